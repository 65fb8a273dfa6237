using System;
using Tarn.Testing;

namespace Tarn.Tests.Misbehaving;

/// <summary>Cases about names, in an image that has none.</summary>
public static class NamelessCases
{
    [KernelTest(Name = "AsksForTheNameOfAType")]
    public static void AsksForTheNameOfAType() => Expect.Equal("String", "text".GetType().Name);

    [KernelTest(Name = "AsksWhatAnObjectIs")]
    public static void AsksWhatAnObjectIs() => Expect.Equal("System.Object", new object().ToString()!);

    [KernelTest(Name = "SaysWhatAnExceptionIs")]
    public static void SaysWhatAnExceptionIs()
    {
        Expect.Equal("An exception: why", new InvalidOperationException("why").ToString());
        Expect.Equal("An exception was thrown that carries no message.", new Exception().Message);
    }
}
