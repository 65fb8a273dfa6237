using System;

namespace Tarn.Testing;

/// <summary>
/// Marks a case that runs inside the kernel: a static method without parameters that returns nothing, in a class that the kernel's project
/// can see.
/// </summary>
/// <remarks>
/// The generator of Tarn.Testing makes the kernel's table of cases of these at compile time, and writes each as a
/// <see cref="KernelTestCaseAttribute"/> into the assembly, where the host reads which cases there are. A case fails through
/// <see cref="Expect"/>, by an exception that it does not catch, or by ending the kernel.
/// </remarks>
[AttributeUsage(AttributeTargets.Method)]
public sealed class KernelTestAttribute : Attribute
{
    /// <summary>
    /// The name of the case: letters, digits and <c>. _ -</c>. The class's and the method's name with a dot between when null.
    /// </summary>
    public string? Name { get; set; }

    /// <summary>
    /// Whether the case needs a kernel of its own, booted for it: it leaves the kernel unfit for others, or needs it untouched.
    /// </summary>
    public bool Isolated { get; set; }

    /// <summary>The case must end in an exception of exactly this type.</summary>
    public Type? Throws { get; set; }

    /// <summary>The case must end in a panic with exactly this message; an exception that nobody catches is one. Implies <see cref="Isolated"/>.</summary>
    public string? ShouldPanic { get; set; }

    /// <summary>The case must end in a panic whose message matches: <c>*</c> stands for any text. Implies <see cref="Isolated"/>.</summary>
    public string? ShouldPanicLike { get; set; }

    /// <summary>
    /// What the kernel must have printed on the serial console during the case; <c>*</c> stands for any text, at both ends as well.
    /// </summary>
    public string? LogContains { get; set; }

    /// <summary>Words that the kernel's command line has besides the harness's own. Implies <see cref="Isolated"/>.</summary>
    public string? CommandLine { get; set; }

    /// <summary>
    /// What the machine has instead of the default: words <c>memory=24M processors=4 cpu=max machine=q35 vga=none</c>. Implies
    /// <see cref="Isolated"/>.
    /// </summary>
    public string? Machine { get; set; }

    /// <summary>The time limit between two beats, in seconds of the host's clock; 0 for the harness's own.</summary>
    public int TimeLimit { get; set; }
}
