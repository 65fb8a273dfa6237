using System.Diagnostics.CodeAnalysis;

namespace Nuke.Common.IO;

/// <summary>A path that starts somewhere else than at a root.</summary>
public sealed class RelativePath
{
    private readonly string _path;

    private RelativePath(string path) => _path = path;

    /// <summary>The path that a text denotes.</summary>
    [return: NotNullIfNotNull(nameof(path))]
    public static explicit operator RelativePath?(string? path) => path is null ? null : new RelativePath(path);

    /// <summary>The text of the path.</summary>
    [return: NotNullIfNotNull(nameof(path))]
    public static implicit operator string?(RelativePath? path) => path?._path;

    /// <inheritdoc/>
    public override string ToString() => _path;
}
