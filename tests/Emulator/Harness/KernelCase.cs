using System.Text;
using Tarn.Testing;

namespace Tarn.Tests.Emulator.Harness;

/// <summary>A case as its attribute in the kernel's assembly describes it; the properties are KernelTestAttribute's.</summary>
/// <param name="Index">Its place in the kernel's table.</param>
/// <param name="Name">Its name.</param>
public sealed record KernelCase(int Index, string Name)
{
    /// <summary>The full name of the class that holds it.</summary>
    public string Type { get; init; } = string.Empty;

    /// <summary>Whether it is a program whose output is compared with .NET's.</summary>
    public bool Conformance { get; init; }

    /// <summary>Whether it needs a kernel of its own.</summary>
    public bool Isolated { get; init; }

    /// <summary>The message of the panic that it must end in.</summary>
    public string? ShouldPanic { get; init; }

    /// <summary>A pattern for the message of the panic that it must end in.</summary>
    public string? ShouldPanicLike { get; init; }

    /// <summary>A pattern for what must be found on the console.</summary>
    public string? LogContains { get; init; }

    /// <summary>Words for the kernel's command line.</summary>
    public string? CommandLine { get; init; }

    /// <summary>Parts of the machine that differ.</summary>
    public string? Machine { get; init; }

    /// <summary>The limit between two beats in seconds; 0 for the harness's own.</summary>
    public int TimeLimit { get; init; }

    /// <summary>What an outcome means for this case: a panic that was asked for is a pass, and one of another message a failure.</summary>
    public Outcome Judge(Outcome outcome)
    {
        if (outcome.Kind != OutcomeKind.Panicked || (ShouldPanic is null && ShouldPanicLike is null))
        {
            return outcome;
        }

        var isExpected = ShouldPanic is not null
            ? outcome.Message == ShouldPanic
            : TextPattern.Matches(Encoding.UTF8.GetBytes(outcome.Message), Encoding.UTF8.GetBytes(ShouldPanicLike!));
        if (isExpected)
        {
            return outcome with { Kind = OutcomeKind.Passed };
        }

        var message = $"The panic should have been \"{ShouldPanic ?? ShouldPanicLike}\" but was \"{outcome.Message}\"";
        return outcome with { Kind = OutcomeKind.Failed, Message = message };
    }

    /// <summary>Whether the console shows what the case must leave there.</summary>
    public bool IsFoundIn(string log) =>
        LogContains is null || TextPattern.IsFoundIn(Encoding.UTF8.GetBytes(log), Encoding.UTF8.GetBytes(LogContains));
}
