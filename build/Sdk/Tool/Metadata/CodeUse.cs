using Tarn.Sdk.Tool.Diagnostics;

namespace Tarn.Sdk.Tool.Metadata;

/// <summary>An instruction that uses something, and its source line.</summary>
/// <param name="Method">The method it is in.</param>
/// <param name="Offset">Its offset in that method's IL.</param>
/// <param name="Location">Its source line, or null where the symbols do not say.</param>
internal sealed record CodeUse(ManagedMethod Method, int Offset, SourceLocation? Location)
{
    /// <inheritdoc/>
    public override string ToString() => Location is { } location ? $"{location}: in {Method}" : $"in {Method}";
}
