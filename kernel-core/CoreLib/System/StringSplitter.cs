namespace System;

/// <summary>The separators of one call of <see cref="string.Split(char[])"/> and how it divides a text by them.</summary>
internal readonly ref struct StringSplitter
{
    private readonly Kind _kind;
    private readonly ReadOnlySpan<char> _characters;
    private readonly ReadOnlySpan<string?> _strings;

    /// <summary>Any of some characters; white space where there are none.</summary>
    public StringSplitter(ReadOnlySpan<char> characters)
    {
        _kind = characters.Length == 0 ? Kind.WhiteSpace : Kind.Characters;
        _characters = characters;
    }

    /// <summary>One string; an empty one separates nothing.</summary>
    public StringSplitter(string separator)
    {
        _kind = separator.Length == 0 ? Kind.Nothing : Kind.String;
        _characters = separator.Span;
    }

    /// <summary>The first of some strings that matches; white space where there are none.</summary>
    public StringSplitter(string?[]? strings)
    {
        _strings = strings;
        _kind = _strings.Length == 0 ? Kind.WhiteSpace : Kind.Strings;
    }

    private enum Kind
    {
        Nothing,
        WhiteSpace,
        Characters,
        String,
        Strings,
    }

    public string[] Split(string text, int count, StringSplitOptions options)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        if ((options & ~(StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)) != 0)
        {
            ThrowHelper.ThrowArgumentException("The options are not those of StringSplitOptions.", nameof(options));
        }

        if (count == 0)
        {
            return [];
        }

        // The first pass counts, so that nothing but the result is allocated.
        var pieces = Divide(text, count, options, default);
        if (pieces == 0)
        {
            return [];
        }

        var result = new string[pieces];
        Divide(text, count, options, result);
        return result;
    }

    // Returns how many pieces there are, and stores them unless `result` is empty.
    private int Divide(string text, int count, StringSplitOptions options, Span<string> result)
    {
        var trim = (options & StringSplitOptions.TrimEntries) != 0;
        var removeEmpty = (options & StringSplitOptions.RemoveEmptyEntries) != 0;
        var rest = text.Span;
        var pieces = 0;
        while (true)
        {
            var index = -1;
            var length = 0;
            if (pieces < count - 1)
            {
                index = Find(rest, out length);
            }
            else if (removeEmpty && pieces != 0)
            {
                // The last piece takes all that is left, but for the empty ones it would begin with.
                index = Find(rest, out length);
                if (index >= 0 && !IsEmpty(rest.Slice(0, index), trim))
                {
                    index = -1;
                }
            }

            var piece = index < 0 ? rest : rest.Slice(0, index);
            if (trim)
            {
                piece = piece.Trim();
            }

            if (piece.Length != 0 || !removeEmpty)
            {
                if ((uint)pieces < (uint)result.Length)
                {
                    result[pieces] = text.FromPart(piece);
                }

                pieces++;
            }

            if (index < 0)
            {
                return pieces;
            }

            rest = rest.Slice(index + length);
        }
    }

    private static bool IsEmpty(ReadOnlySpan<char> piece, bool trim) => trim ? piece.IsWhiteSpace() : piece.Length == 0;

    private int Find(ReadOnlySpan<char> text, out int length)
    {
        length = 1;
        switch (_kind)
        {
            case Kind.WhiteSpace:
                for (var i = 0; i < text.Length; i++)
                {
                    if (char.IsWhiteSpace(text[i]))
                    {
                        return i;
                    }
                }

                return -1;
            case Kind.Characters:
                return text.IndexOfAny(_characters);
            case Kind.String:
                length = _characters.Length;
                return Ordinal.IndexOf(text, _characters, ignoreCase: false);
            case Kind.Strings:
                for (var i = 0; i < text.Length; i++)
                {
                    foreach (var separator in _strings)
                    {
                        if (!string.IsNullOrEmpty(separator) && text.Slice(i).StartsWith(separator.Span))
                        {
                            length = separator.Length;
                            return i;
                        }
                    }
                }

                return -1;
            default:
                return -1;
        }
    }
}
