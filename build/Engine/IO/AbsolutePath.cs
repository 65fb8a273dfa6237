using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using Nuke.Common.Utilities;

namespace Nuke.Common.IO;

/// <summary>
/// A path that starts at a root, without <c>.</c>, <c>..</c>, doubled or trailing separators. There need not be anything at it.
/// </summary>
[TypeConverter(typeof(TypeConverter))]
public sealed class AbsolutePath : IAbsolutePathHolder, IFormattable, IEquatable<AbsolutePath>
{
    /// <summary>The format that puts double quotes around the path.</summary>
    public const string DoubleQuote = "d";

    /// <summary>The format that puts double quotes around a path with a space.</summary>
    public const string DoubleQuoteIfNeeded = "dn";

    /// <summary>The format that puts single quotes around the path.</summary>
    public const string SingleQuote = "s";

    /// <summary>The format that puts single quotes around a path with a space.</summary>
    public const string SingleQuoteIfNeeded = "sn";

    /// <summary>The format that leaves the path as it is.</summary>
    public const string NoQuotes = "nq";

    private readonly string _path;

    private AbsolutePath(string path)
    {
        Assert.True(System.IO.Path.IsPathFullyQualified(path), $"'{path}' is not an absolute path");
        var segments = path.Split(System.IO.Path.DirectorySeparatorChar, System.IO.Path.AltDirectorySeparatorChar);
        var depth = 0;
        foreach (var segment in segments)
        {
            depth += segment switch { "" or "." => 0, ".." => -1, _ => 1 };
            Assert.True(depth >= 0, $"'{path}' leads above the root");
        }

        _path = System.IO.Path.TrimEndingDirectorySeparator(System.IO.Path.GetFullPath(path));
    }

    /// <summary>The last segment.</summary>
    public string Name => System.IO.Path.GetFileName(_path);

    /// <summary>The last segment without its extension.</summary>
    public string NameWithoutExtension => System.IO.Path.GetFileNameWithoutExtension(_path);

    /// <summary>The extension with its dot, or nothing.</summary>
    public string Extension => System.IO.Path.GetExtension(_path);

#nullable disable annotations // Hardly any caller can meet a root, so that none is made to ask.
    /// <summary>The path without its last segment, or null for a root.</summary>
    public AbsolutePath Parent => System.IO.Path.GetDirectoryName(_path) is { } parent ? new AbsolutePath(parent) : null;
#nullable restore annotations

    AbsolutePath IAbsolutePathHolder.Path => this;

    /// <summary>The path that a text denotes.</summary>
    /// <exception cref="ArgumentException">The text does not start at a root, or leads above it.</exception>
    public static AbsolutePath Create(string path) => new(path);

    /// <inheritdoc cref="Create"/>
    [return: NotNullIfNotNull(nameof(path))]
    public static implicit operator AbsolutePath?(string? path) => path is null ? null : new AbsolutePath(path);

    /// <summary>The text of the path.</summary>
    [return: NotNullIfNotNull(nameof(path))]
    public static implicit operator string?(AbsolutePath? path) => path?._path;

    /// <summary>Goes down: appends segments, or up with <c>..</c>.</summary>
    /// <exception cref="ArgumentException"><paramref name="right"/> starts at a root, or leads above that of
    /// <paramref name="left"/>.</exception>
    public static AbsolutePath operator /(AbsolutePath left, string? right)
    {
        Assert.False(System.IO.Path.IsPathRooted(right), "Only a relative path can be appended");
        return new AbsolutePath(left._path.TrimEnd(System.IO.Path.DirectorySeparatorChar) + System.IO.Path.DirectorySeparatorChar + right);
    }

    /// <summary>Appends to the last segment.</summary>
    public static AbsolutePath operator +(AbsolutePath left, string? right) => new(left._path + right);

    /// <summary>Whether both denote the same path.</summary>
    public static bool operator ==(AbsolutePath? a, AbsolutePath? b) => a?.Equals(b) ?? b is null;

    /// <summary>Whether they denote different paths.</summary>
    public static bool operator !=(AbsolutePath? a, AbsolutePath? b) => !(a == b);

    /// <inheritdoc/>
    public bool Equals(AbsolutePath? other) =>
        other is not null
        && _path.Equals(other._path, OperatingSystem.IsWindows() ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as AbsolutePath);

    /// <inheritdoc/>
    public override int GetHashCode() =>
        _path.GetHashCode(OperatingSystem.IsWindows() ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal);

    /// <inheritdoc/>
    public override string ToString() => _path;

    /// <summary>The path in one of the formats that are constants of this type.</summary>
    /// <exception cref="ArgumentException">There is no such format.</exception>
    public string ToString(string? format) =>
        format switch
        {
            DoubleQuote => _path.DoubleQuote(),
            DoubleQuoteIfNeeded => _path.DoubleQuoteIfNeeded(),
            SingleQuote => _path.SingleQuote(),
            SingleQuoteIfNeeded => _path.SingleQuoteIfNeeded(),
            null or NoQuotes => _path,
            _ => throw new ArgumentException($"Format '{format}' is not recognized", nameof(format)),
        };

    string IFormattable.ToString(string? format, IFormatProvider? formatProvider) => ToString(format);

    /// <summary>Makes parameters of this type possible: a text that does not start at a root is taken from the working directory.</summary>
    public sealed class TypeConverter : System.ComponentModel.TypeConverter
    {
        /// <inheritdoc/>
        public override bool CanConvertFrom(ITypeDescriptorContext? context, Type sourceType) =>
            sourceType == typeof(string) || base.CanConvertFrom(context, sourceType);

        /// <inheritdoc/>
        public override object? ConvertFrom(ITypeDescriptorContext? context, CultureInfo? culture, object value) =>
            value switch
            {
                string text when System.IO.Path.IsPathRooted(text) => Create(text),
                string text => EnvironmentInfo.WorkingDirectory / text,
                _ => base.ConvertFrom(context, culture, value),
            };
    }
}
