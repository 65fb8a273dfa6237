using System;
using System.Collections.Generic;
using Tarn.Testing;

namespace Tarn.Tests.Kernel.Cases;

/// <summary>What Type knows on .NET, and the image does not: it says so.</summary>
public static class TypeTests
{
    [KernelTest(Throws = typeof(NotSupportedException))]
    public static void BaseOfAGenericDefinitionIsNotKnown() => Expect.True(typeof(List<>).BaseType is null);

    [KernelTest]
    public static void BaseOfAnInstantiationIs() => Expect.True(typeof(List<int>).BaseType == typeof(object));
}
