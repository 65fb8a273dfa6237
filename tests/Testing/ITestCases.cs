using System;
using Tarn.Testing.Protocol;

namespace Tarn.Testing;

/// <summary>
/// The cases of a kernel. The generator writes the implementation, <c>Tarn.Testing.Generated.KernelTestCases</c>, into the kernel's own
/// assembly.
/// </summary>
/// <remarks>Indices run from 0 to <see cref="Count"/> - 1; nothing here allocates but the cases themselves.</remarks>
public interface ITestCases
{
    /// <summary>How many cases there are.</summary>
    int Count { get; }

    /// <summary>The name of a case, in UTF-8.</summary>
    ReadOnlySpan<byte> NameOf(int index);

    /// <summary>What the kernel must know of a case before it runs it.</summary>
    CaseFlags FlagsOf(int index);

    /// <summary>Runs a case.</summary>
    void Run(int index);

    /// <summary>Whether an exception is of the type that a case must end with.</summary>
    bool IsExpected(int index, Exception exception);

    /// <summary>The full name of the type of exception that a case must end with, in UTF-8; empty where it must end without one.</summary>
    ReadOnlySpan<byte> ExpectedExceptionOf(int index);
}
