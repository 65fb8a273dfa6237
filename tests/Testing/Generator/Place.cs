using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace Tarn.Testing.Generator;

/// <summary>
/// Where a diagnostic points. Unlike <see cref="Location"/> it holds no syntax tree, so that equal places compare equal from one edit to
/// the next.
/// </summary>
internal sealed record Place(string Path, TextSpan Span, LinePositionSpan Lines)
{
    public static Place Of(SyntaxNode node) => Of(node.GetLocation());

    public static Place Of(SyntaxToken token) => Of(token.GetLocation());

    public Location ToLocation() => Location.Create(Path, Span, Lines);

    private static Place Of(Location location) =>
        new(location.SourceTree?.FilePath ?? string.Empty, location.SourceSpan, location.GetLineSpan().Span);
}
