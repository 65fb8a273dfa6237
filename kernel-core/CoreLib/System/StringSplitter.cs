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

    /// <summary>The first of some strings that matches; white space where there are none.</summary>
    public StringSplitter(ReadOnlySpan<string?> strings)
    {
        _strings = strings;
        _kind = _strings.Length == 0 ? Kind.WhiteSpace : Kind.Strings;
    }

    private StringSplitter(Kind kind, ReadOnlySpan<char> characters)
    {
        _kind = kind;
        _characters = characters;
    }

    private enum Kind
    {
        Nothing,
        WhiteSpace,
        Characters,
        String,
        Strings,
    }

    /// <summary>One string; an empty one separates nothing.</summary>
    public static StringSplitter ForString(ReadOnlySpan<char> separator) =>
        new(separator.Length == 0 ? Kind.Nothing : Kind.String, separator);

    public string[] Split(string text, int count, StringSplitOptions options)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        CheckOptions(options);
        if (count == 0)
        {
            return [];
        }

        // The first pass counts, so that nothing but the result is allocated.
        var pieces = 0;
        for (var state = new State(text, count, options); MoveNext(ref state);)
        {
            pieces++;
        }

        if (pieces == 0)
        {
            return [];
        }

        var result = new string[pieces];
        pieces = 0;
        for (var state = new State(text, count, options); MoveNext(ref state);)
        {
            result[pieces++] = text.FromPart(state.Piece);
        }

        return result;
    }

    public int Split(ReadOnlySpan<char> text, Span<Range> destination, StringSplitOptions options)
    {
        CheckOptions(options);
        var pieces = 0;
        if (destination.Length != 0)
        {
            for (var state = new State(text, destination.Length, options); MoveNext(ref state);)
            {
                destination[pieces++] = new Range(state.Start, state.Start + state.Piece.Length);
            }
        }

        return pieces;
    }

    private static void CheckOptions(StringSplitOptions options)
    {
        if ((options & ~(StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)) != 0)
        {
            ThrowHelper.ThrowArgumentException("The options are not those of StringSplitOptions.", nameof(options));
        }
    }

    private bool MoveNext(ref State state)
    {
        while (!state.Ended)
        {
            var rest = state.Text.Slice(state.Position);
            var index = -1;
            var length = 0;
            if (state.Pieces < state.Count - 1)
            {
                index = Find(rest, out length);
            }
            else if (state.RemovesEmpty && state.Pieces != 0)
            {
                // The last piece takes all that is left, but for the empty ones it would begin with.
                index = Find(rest, out length);
                if (index >= 0 && !IsEmpty(rest.Slice(0, index), state.Trims))
                {
                    index = -1;
                }
            }

            state.Piece = index < 0 ? rest : rest.Slice(0, index);
            state.Start = state.Position;
            if (state.Trims)
            {
                var trimmed = state.Piece.TrimStart();
                state.Start += state.Piece.Length - trimmed.Length;
                state.Piece = trimmed.TrimEnd();
            }

            state.Ended = index < 0;
            state.Position += index + length;
            if (state.Piece.Length != 0 || !state.RemovesEmpty)
            {
                state.Pieces++;
                return true;
            }
        }

        return false;
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

    // How far a text has been divided.
    private ref struct State
    {
        public readonly ReadOnlySpan<char> Text;
        public readonly int Count;
        public readonly bool Trims;
        public readonly bool RemovesEmpty;
        public ReadOnlySpan<char> Piece;
        public int Start;
        public int Position;
        public int Pieces;
        public bool Ended;

        public State(ReadOnlySpan<char> text, int count, StringSplitOptions options)
        {
            Text = text;
            Count = count;
            Trims = (options & StringSplitOptions.TrimEntries) != 0;
            RemovesEmpty = (options & StringSplitOptions.RemoveEmptyEntries) != 0;
        }
    }
}
