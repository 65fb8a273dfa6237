namespace Tarn.Tests.Mutations;

/// <summary>A defence taken out of the kernel, and the test that must miss it.</summary>
/// <param name="Defence">What is taken out, in words.</param>
/// <param name="File">The source file, from the repository's root.</param>
/// <param name="Original">A piece of its text that occurs once.</param>
/// <param name="Replacement">What stands there without the defence.</param>
/// <param name="Case">The case inside the test kernel that must fail: <c>Class.Method</c>.</param>
public sealed record Mutation(string Defence, string File, string Original, string Replacement, string Case)
{
    /// <summary>The allocator of the test kernel.</summary>
    public string Allocator { get; init; } = "FixedSizeBlock";

    /// <summary>Whether the case is of the test kernel with a collector.</summary>
    public bool HasCollector { get; init; }

    /// <inheritdoc/>
    public override string ToString() => Defence;
}
