using System;

namespace Tarn.Testing;

/// <summary>
/// One case of the kernel that this assembly is for. Written by the generator, read by the host before the kernel is booted.
/// </summary>
/// <remarks>The meaning of the properties is that of <see cref="KernelTestAttribute"/>'s.</remarks>
[AttributeUsage(AttributeTargets.Assembly, AllowMultiple = true)]
public sealed class KernelTestCaseAttribute : Attribute
{
    /// <summary>Describes a case.</summary>
    /// <param name="index">Its place in the kernel's table, from 0.</param>
    /// <param name="name">Its name, which no other case has.</param>
    public KernelTestCaseAttribute(int index, string name)
    {
        Index = index;
        Name = name;
    }

    /// <summary>The place of the case in the kernel's table, from 0.</summary>
    public int Index { get; }

    /// <summary>The name of the case.</summary>
    public string Name { get; }

    /// <summary>The full name of the class that holds the case.</summary>
    public string? Type { get; set; }

    /// <summary>Whether the case is a conformance program, whose output is compared with .NET's.</summary>
    public bool Conformance { get; set; }

    /// <inheritdoc cref="KernelTestAttribute.Isolated"/>
    public bool Isolated { get; set; }

    /// <inheritdoc cref="KernelTestAttribute.ShouldPanic"/>
    public string? ShouldPanic { get; set; }

    /// <inheritdoc cref="KernelTestAttribute.ShouldPanicLike"/>
    public string? ShouldPanicLike { get; set; }

    /// <inheritdoc cref="KernelTestAttribute.LogContains"/>
    public string? LogContains { get; set; }

    /// <inheritdoc cref="KernelTestAttribute.CommandLine"/>
    public string? CommandLine { get; set; }

    /// <inheritdoc cref="KernelTestAttribute.Machine"/>
    public string? Machine { get; set; }

    /// <inheritdoc cref="KernelTestAttribute.TimeLimit"/>
    public int TimeLimit { get; set; }
}
