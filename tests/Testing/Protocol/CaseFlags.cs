using System;

namespace Tarn.Testing.Protocol;

/// <summary>What the kernel must know of a case before it runs it.</summary>
[Flags]
public enum CaseFlags : byte
{
    /// <summary>An ordinary case: it leaves the kernel fit for the next one.</summary>
    None = 0,

    /// <summary>The case needs a kernel of its own: nothing runs before or after it.</summary>
    Isolated = 1,

    /// <summary>The case must end in a panic; to return is a failure.</summary>
    ShouldPanic = 2,

    /// <summary>A conformance program: what it prints is compared with what it prints on .NET.</summary>
    Conformance = 4,

    /// <summary>The case must end in an exception of a certain type; to return is a failure.</summary>
    ShouldThrow = 8,
}
