using System.Buffers;

namespace System.Runtime.CompilerServices;

/// <summary>
/// What an interpolated string compiles to. It builds the text in a rented buffer (or the caller's, while that is long enough), so that
/// only the resulting string is allocated.
/// </summary>
[InterpolatedStringHandler]
public ref struct DefaultInterpolatedStringHandler
{
    private const int GuessedLengthPerHole = 11;
    private const int MinimumLength = 64;

    private readonly IFormatProvider? _provider;
    private char[]? _rented;
    private Span<char> _characters;
    private int _position;

    public DefaultInterpolatedStringHandler(int literalLength, int formattedCount)
        : this(literalLength, formattedCount, null)
    {
    }

    public DefaultInterpolatedStringHandler(int literalLength, int formattedCount, IFormatProvider? provider)
    {
        _provider = provider;
        _rented = ArrayPool<char>.Shared.Rent(Math.Max(MinimumLength, literalLength + (formattedCount * GuessedLengthPerHole)));
        _characters = new Span<char>(_rented);
    }

    public DefaultInterpolatedStringHandler(int literalLength, int formattedCount, IFormatProvider? provider, Span<char> initialBuffer)
    {
        _provider = provider;
        _characters = initialBuffer;
    }

    /// <summary>The text so far. It is gone once the handler is cleared.</summary>
    public ReadOnlySpan<char> Text => _characters.Slice(0, _position);

    public override string ToString() => new(Text);

    public string ToStringAndClear()
    {
        var result = new string(Text);
        Clear();
        return result;
    }

    /// <summary>Gives the buffer back. The handler must not be used after that.</summary>
    public void Clear()
    {
        var rented = _rented;
        this = default;
        if (rented is not null)
        {
            ArrayPool<char>.Shared.Return(rented);
        }
    }

    public void AppendLiteral(string value)
    {
        if (value is not null)
        {
            AppendSpan(value.Span);
        }
    }

    public void AppendFormatted<T>(T value)
    {
        if (_provider is not null)
        {
            AppendFormatted(value, null);
            return;
        }

        if (value is IFormattable)
        {
            if (value is ISpanFormattable)
            {
                int written;
                while (!((ISpanFormattable)value).TryFormat(_characters.Slice(_position), out written, default, null))
                {
                    Grow(1);
                }

                _position += written;
                return;
            }

            AppendLiteral(((IFormattable)value).ToString(null, null));
            return;
        }

        AppendLiteral(value?.ToString()!);
    }

    public void AppendFormatted<T>(T value, string? format)
    {
        if (_provider?.GetFormat(typeof(ICustomFormatter)) is ICustomFormatter formatter)
        {
            AppendLiteral(formatter.Format(format, value, _provider)!);
            return;
        }

        if (value is IFormattable)
        {
            if (value is ISpanFormattable)
            {
                int written;
                while (!((ISpanFormattable)value).TryFormat(_characters.Slice(_position), out written, format.AsSpan(), _provider))
                {
                    Grow(1);
                }

                _position += written;
                return;
            }

            AppendLiteral(((IFormattable)value).ToString(format, _provider));
            return;
        }

        AppendLiteral(value?.ToString()!);
    }

    /// <param name="value">What to append.</param>
    /// <param name="alignment">The least number of characters; negative aligns to the left.</param>
    public void AppendFormatted<T>(T value, int alignment)
    {
        var start = _position;
        AppendFormatted(value);
        Align(start, alignment);
    }

    public void AppendFormatted<T>(T value, int alignment, string? format)
    {
        var start = _position;
        AppendFormatted(value, format);
        Align(start, alignment);
    }

    public void AppendFormatted(scoped ReadOnlySpan<char> value) => AppendSpan(value);

    public void AppendFormatted(scoped ReadOnlySpan<char> value, int alignment = 0, string? format = null)
    {
        var start = _position;
        AppendSpan(value);
        Align(start, alignment);
    }

    public void AppendFormatted(string? value)
    {
        if (_provider is null)
        {
            AppendLiteral(value!);
        }
        else
        {
            AppendFormatted<string?>(value, null);
        }
    }

    public void AppendFormatted(string? value, int alignment = 0, string? format = null) =>
        AppendFormatted<string?>(value, alignment, format);

    public void AppendFormatted(object? value, int alignment = 0, string? format = null) =>
        AppendFormatted<object?>(value, alignment, format);

    // Widens what was appended from `start` on.
    private void Align(int start, int alignment)
    {
        var length = _position - start;
        var padding = Math.Abs(alignment) - length;
        if (padding <= 0)
        {
            return;
        }

        Ensure(padding);
        var field = _characters.Slice(start, length + padding);
        if (alignment < 0)
        {
            field.Slice(length).Fill(' ');
        }
        else
        {
            field.Slice(0, length).CopyTo(field.Slice(padding));
            field.Slice(0, padding).Fill(' ');
        }

        _position += padding;
    }

    private void AppendSpan(scoped ReadOnlySpan<char> value)
    {
        Ensure(value.Length);
        value.CopyTo(_characters.Slice(_position));
        _position += value.Length;
    }

    private void Ensure(int count)
    {
        if (_characters.Length - _position < count)
        {
            Grow(count);
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void Grow(int count)
    {
        var length = Math.Max(checked(_position + count), Math.Max(MinimumLength, Math.Min(_characters.Length * 2L, 0x3FFFFFDF)));
        var grown = ArrayPool<char>.Shared.Rent((int)length);
        Text.CopyTo(grown);
        var rented = _rented;
        _characters = _rented = grown;
        if (rented is not null)
        {
            ArrayPool<char>.Shared.Return(rented);
        }
    }
}
