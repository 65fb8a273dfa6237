using System.Diagnostics.CodeAnalysis;

namespace System;

/// <summary>A version of two to four numbers, from the most important one.</summary>
public sealed class Version : ICloneable, IComparable, IComparable<Version?>, IEquatable<Version?>, ISpanFormattable, IUtf8SpanFormattable
{
    private const int MaximumParts = 4;

    // Four numbers of ten digits, with points.
    private const int ScratchLength = 43;

    /// <summary>Version 0.0.</summary>
    public Version()
    {
        Build = -1;
        Revision = -1;
    }

    /// <exception cref="ArgumentOutOfRangeException">A number is negative.</exception>
    public Version(int major, int minor)
        : this()
    {
        Check(major, nameof(major));
        Check(minor, nameof(minor));
        Major = major;
        Minor = minor;
    }

    /// <inheritdoc cref="Version(int, int)"/>
    public Version(int major, int minor, int build)
        : this(major, minor)
    {
        Check(build, nameof(build));
        Build = build;
    }

    /// <inheritdoc cref="Version(int, int)"/>
    public Version(int major, int minor, int build, int revision)
        : this(major, minor, build)
    {
        Check(revision, nameof(revision));
        Revision = revision;
    }

    /// <inheritdoc cref="Parse(string)"/>
    public Version(string version)
    {
        var parsed = Parse(version);
        (Major, Minor, Build, Revision) = (parsed.Major, parsed.Minor, parsed.Build, parsed.Revision);
    }

    private Version(int major, int minor, int build, int revision, bool isChecked)
    {
        (Major, Minor, Build, Revision) = (major, minor, build, revision);
    }

    public int Major { get; }

    public int Minor { get; }

    /// <summary>-1 where the version has no third number.</summary>
    public int Build { get; }

    /// <summary>-1 where the version has no fourth number.</summary>
    public int Revision { get; }

    public short MajorRevision => (short)(Revision >> 16);

    public short MinorRevision => (short)Revision;

    private int Count => Build < 0 ? 2 : Revision < 0 ? 3 : MaximumParts;

    /// <exception cref="ArgumentException">The text does not have two to four numbers.</exception>
    /// <exception cref="ArgumentOutOfRangeException">One of them is negative.</exception>
    /// <exception cref="FormatException">One of them is no number.</exception>
    /// <exception cref="OverflowException">One of them is no int.</exception>
    public static Version Parse(string input)
    {
        ArgumentNullException.ThrowIfNull(input);
        return Parse(input.AsSpan());
    }

    /// <inheritdoc cref="Parse(string)"/>
    public static Version Parse(ReadOnlySpan<char> input) => Read(input, throws: true)!;

    public static bool TryParse([NotNullWhen(true)] string? input, [NotNullWhen(true)] out Version? result) => TryParse(input.AsSpan(), out result);

    public static bool TryParse(ReadOnlySpan<char> input, [NotNullWhen(true)] out Version? result)
    {
        result = Read(input, throws: false);
        return result is not null;
    }

    public object Clone() => new Version(Major, Minor, Build, Revision, isChecked: true);

    /// <exception cref="ArgumentException">The object is no Version.</exception>
    public int CompareTo(object? version) => version switch
    {
        null => 1,
        Version other => CompareTo(other),
        _ => throw new ArgumentException("Object must be of type Version."),
    };

    /// <summary>A number that is not there comes before all that are.</summary>
    public int CompareTo(Version? value) =>
        ReferenceEquals(value, this) ? 0
        : value is null ? 1
        : Major != value.Major ? Major.CompareTo(value.Major)
        : Minor != value.Minor ? Minor.CompareTo(value.Minor)
        : Build != value.Build ? Build.CompareTo(value.Build)
        : Revision.CompareTo(value.Revision);

    public override bool Equals([NotNullWhen(true)] object? obj) => Equals(obj as Version);

    public bool Equals([NotNullWhen(true)] Version? obj) =>
        obj is not null && Major == obj.Major && Minor == obj.Minor && Build == obj.Build && Revision == obj.Revision;

    public override int GetHashCode() =>
        ((Major & 0x0F) << 28) | ((Minor & 0xFF) << 20) | ((Build & 0xFF) << 12) | (Revision & 0xFFF);

    public override string ToString() => ToString(Count);

    /// <summary>The first numbers of the version.</summary>
    /// <exception cref="ArgumentException">There are not so many.</exception>
    public string ToString(int fieldCount)
    {
        Span<char> scratch = stackalloc char[ScratchLength];
        return new string(scratch[..Write(new NumberWriter(scratch), fieldCount)]);
    }

    string IFormattable.ToString(string? format, IFormatProvider? formatProvider) => ToString();

    public bool TryFormat(Span<char> destination, out int charsWritten) => TryFormat(destination, Count, out charsWritten);

    public bool TryFormat(Span<char> destination, int fieldCount, out int charsWritten) =>
        NumberWriter.TryFinish(Write(new NumberWriter(destination), fieldCount), destination.Length, out charsWritten);

    public bool TryFormat(Span<byte> utf8Destination, out int bytesWritten) => TryFormat(utf8Destination, Count, out bytesWritten);

    public bool TryFormat(Span<byte> utf8Destination, int fieldCount, out int bytesWritten) =>
        NumberWriter.TryFinish(Write(new NumberWriter(utf8Destination), fieldCount), utf8Destination.Length, out bytesWritten);

    bool ISpanFormattable.TryFormat(Span<char> destination, out int charsWritten, ReadOnlySpan<char> format, IFormatProvider? provider) =>
        TryFormat(destination, out charsWritten);

    bool IUtf8SpanFormattable.TryFormat(Span<byte> utf8Destination, out int bytesWritten, ReadOnlySpan<char> format, IFormatProvider? provider) =>
        TryFormat(utf8Destination, out bytesWritten);

    public static bool operator ==(Version? v1, Version? v2) => v1 is null ? v2 is null : v1.Equals(v2);

    public static bool operator !=(Version? v1, Version? v2) => !(v1 == v2);

    public static bool operator <(Version? v1, Version? v2) => v1 is null ? v2 is not null : v1.CompareTo(v2) < 0;

    public static bool operator <=(Version? v1, Version? v2) => v1 is null || v1.CompareTo(v2) <= 0;

    public static bool operator >(Version? v1, Version? v2) => v2 < v1;

    public static bool operator >=(Version? v1, Version? v2) => v2 <= v1;

    private static Version? Read(ReadOnlySpan<char> input, bool throws)
    {
        Span<int> parts = [-1, -1, -1, -1];
        var points = input.Count('.');
        if (points is 0 or >= MaximumParts)
        {
            return throws ? throw new ArgumentException("Version string portion was too short or too long.", nameof(input)) : null;
        }

        for (var i = 0; i <= points; i++)
        {
            var end = input.IndexOf('.');
            var part = end < 0 ? input : input[..end];
            input = input[(end + 1)..];
            if (throws)
            {
                parts[i] = int.Parse(part, Globalization.NumberStyles.Integer, null);
                Check(parts[i], nameof(input));
            }
            else if (!int.TryParse(part, Globalization.NumberStyles.Integer, null, out parts[i]) || parts[i] < 0)
            {
                return null;
            }
        }

        return new Version(parts[0], parts[1], parts[2], parts[3], isChecked: true);
    }

    private int Write(NumberWriter writer, int fieldCount)
    {
        if ((uint)fieldCount > MaximumParts)
        {
            throw new ArgumentException("Argument must be between 0 and 4.", nameof(fieldCount));
        }

        if (fieldCount > Count)
        {
            throw new ArgumentException($"Argument must be between 0 and {Count}.", nameof(fieldCount));
        }

        ReadOnlySpan<int> parts = [Major, Minor, Build, Revision];
        for (var i = 0; i < fieldCount; i++)
        {
            writer.Append('.', i == 0 ? 0 : 1);
            Number.FormatDecimal(ref writer, (ulong)parts[i], isNegative: false, 1);
        }

        return writer.Length;
    }

    private static void Check(int value, string parameter)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(value, parameter);
    }
}
