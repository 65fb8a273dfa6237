namespace Tarn.Testing.Generator;

/// <summary>A case, or what is wrong with it: all that the table of cases needs to know, comparable by value.</summary>
internal sealed record CaseModel(string Name, string Type, string Call, Place Place)
{
    public Problem? Problem { get; init; }

    public bool Conformance { get; init; }

    public bool Isolated { get; init; }

    public string? ShouldPanic { get; init; }

    public string? ShouldPanicLike { get; init; }

    /// <summary>The type, as C# names it.</summary>
    public string? Throws { get; init; }

    public string? LogContains { get; init; }

    public string? CommandLine { get; init; }

    public string? Machine { get; init; }

    public int TimeLimit { get; init; }
}
