using System.Collections.Generic;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace System.Text;

/// <summary>
/// Text that changes. .NET keeps a list of chunks; here it is one array that doubles, so that reading a character never walks a list and
/// <see cref="GetChunks"/> gives one chunk.
/// </summary>
public sealed partial class StringBuilder
{
    private const int DefaultCapacity = 16;

    private char[] _characters;
    private int _length;

    public StringBuilder()
        : this(DefaultCapacity)
    {
    }

    public StringBuilder(int capacity)
        : this(capacity, int.MaxValue)
    {
    }

    public StringBuilder(string? value)
        : this(value, DefaultCapacity)
    {
    }

    public StringBuilder(string? value, int capacity)
        : this(value, 0, value is null ? 0 : value.Length, capacity)
    {
    }

    public StringBuilder(string? value, int startIndex, int length, int capacity)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(capacity);
        ArgumentOutOfRangeException.ThrowIfNegative(length);
        ArgumentOutOfRangeException.ThrowIfNegative(startIndex);
        value ??= "";
        if (startIndex > value.Length - length)
        {
            ThrowHelper.ThrowArgumentOutOfRangeException(nameof(length));
        }

        MaxCapacity = int.MaxValue;
        _characters = new char[Math.Max(capacity == 0 ? DefaultCapacity : capacity, length)];
        Append(value.AsSpan(startIndex, length));
    }

    public StringBuilder(int capacity, int maxCapacity)
    {
        if (capacity > maxCapacity)
        {
            ThrowHelper.ThrowArgumentOutOfRangeException(nameof(capacity));
        }

        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(maxCapacity);
        ArgumentOutOfRangeException.ThrowIfNegative(capacity);
        MaxCapacity = maxCapacity;
        _characters = new char[capacity == 0 ? Math.Min(DefaultCapacity, maxCapacity) : capacity];
    }

    public int Capacity
    {
        get => _characters.Length;
        set
        {
            if (value < _length || value > MaxCapacity)
            {
                ThrowHelper.ThrowArgumentOutOfRangeException(nameof(value));
            }

            if (value != _characters.Length)
            {
                Array.Resize(ref _characters, value);
            }
        }
    }

    public int MaxCapacity { get; }

    public int Length
    {
        get => _length;
        set
        {
            if (value < 0 || value > MaxCapacity)
            {
                ThrowHelper.ThrowArgumentOutOfRangeException(nameof(value));
            }

            if (value > _length)
            {
                Append('\0', value - _length);
            }

            _length = value;
        }
    }

    [IndexerName("Chars")]
    public char this[int index]
    {
        get
        {
            if ((uint)index >= (uint)_length)
            {
                ThrowHelper.ThrowIndexOutOfRangeException();
            }

            return _characters[index];
        }

        set
        {
            if ((uint)index >= (uint)_length)
            {
                ThrowHelper.ThrowArgumentOutOfRangeException(nameof(index));
            }

            _characters[index] = value;
        }
    }

    private Span<char> Used => new(_characters, 0, _length);

    public int EnsureCapacity(int capacity)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(capacity);
        if (Capacity < capacity)
        {
            Capacity = capacity;
        }

        return Capacity;
    }

    public override string ToString() => new(Used);

    public string ToString(int startIndex, int length) => new(Part(startIndex, length));

    public StringBuilder Clear()
    {
        _length = 0;
        return this;
    }

    public ChunkEnumerator GetChunks() => new(this);

    public void CopyTo(int sourceIndex, char[] destination, int destinationIndex, int count)
    {
        ArgumentNullException.ThrowIfNull(destination);
        ArgumentOutOfRangeException.ThrowIfNegative(destinationIndex);
        if (destinationIndex > destination.Length - count)
        {
            ThrowHelper.ThrowOffsetLength();
        }

        CopyTo(sourceIndex, new Span<char>(destination).Slice(destinationIndex), count);
    }

    public void CopyTo(int sourceIndex, Span<char> destination, int count)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        if ((uint)sourceIndex > (uint)_length)
        {
            ThrowHelper.ThrowArgumentOutOfRangeException(nameof(sourceIndex));
        }

        if (sourceIndex > _length - count)
        {
            ThrowHelper.ThrowOffsetLength();
        }

        Used.Slice(sourceIndex, count).CopyTo(destination);
    }

    public bool Equals([NotNullWhen(true)] StringBuilder? sb) => sb is not null && Used.SequenceEqual(sb.Used);

    public bool Equals(ReadOnlySpan<char> span) => Used.SequenceEqual(span);

    public StringBuilder Append(char value)
    {
        var length = _length;
        var characters = _characters;
        if ((uint)length < (uint)characters.Length)
        {
            characters[length] = value;
            _length = length + 1;
            return this;
        }

        return Append(new ReadOnlySpan<char>(in value));
    }

    public StringBuilder Append(char value, int repeatCount)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(repeatCount);
        Extend(repeatCount).Fill(value);
        return this;
    }

    public StringBuilder Append(ReadOnlySpan<char> value)
    {
        value.CopyTo(Extend(value.Length));
        return this;
    }

    public StringBuilder Append(ReadOnlyMemory<char> value) => Append(value.Span);

    public StringBuilder Append(string? value) => Append(value.AsSpan());

    public StringBuilder Append(string? value, int startIndex, int count)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(startIndex);
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        if (value is null)
        {
            if (startIndex == 0 && count == 0)
            {
                return this;
            }

            ThrowHelper.ThrowArgumentNullException(nameof(value));
        }

        if (startIndex > value.Length - count)
        {
            ThrowHelper.ThrowArgumentOutOfRangeException(nameof(startIndex));
        }

        return Append(value.AsSpan(startIndex, count));
    }

    public StringBuilder Append(char[]? value) => Append(new ReadOnlySpan<char>(value));

    public StringBuilder Append(char[]? value, int startIndex, int charCount)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(startIndex);
        ArgumentOutOfRangeException.ThrowIfNegative(charCount);
        if (value is null)
        {
            if (startIndex == 0 && charCount == 0)
            {
                return this;
            }

            ThrowHelper.ThrowArgumentNullException(nameof(value));
        }

        if (charCount > value.Length - startIndex)
        {
            ThrowHelper.ThrowArgumentOutOfRangeException(nameof(charCount));
        }

        return Append(new ReadOnlySpan<char>(value, startIndex, charCount));
    }

    [CLSCompliant(false)]
    public unsafe StringBuilder Append(char* value, int valueCount)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(valueCount);
        return Append(new ReadOnlySpan<char>(value, valueCount));
    }

    public StringBuilder Append(StringBuilder? value) => value is null ? this : Append(value, 0, value.Length);

    public StringBuilder Append(StringBuilder? value, int startIndex, int count)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(startIndex);
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        if (value is null)
        {
            if (startIndex == 0 && count == 0)
            {
                return this;
            }

            ThrowHelper.ThrowArgumentNullException(nameof(value));
        }

        if (count > value.Length - startIndex)
        {
            ThrowHelper.ThrowArgumentOutOfRangeException(nameof(count));
        }

        // Room is made first: the source may be this builder.
        var destination = Extend(count);
        new Span<char>(value._characters, startIndex, count).CopyTo(destination);
        return this;
    }

    public StringBuilder Append(bool value) => Append(value ? bool.TrueString : bool.FalseString);

    [CLSCompliant(false)]
    public StringBuilder Append(sbyte value) => AppendSpanFormattable(value);

    public StringBuilder Append(byte value) => AppendSpanFormattable(value);

    public StringBuilder Append(short value) => AppendSpanFormattable(value);

    public StringBuilder Append(int value) => AppendSpanFormattable(value);

    public StringBuilder Append(long value) => AppendSpanFormattable(value);

    public StringBuilder Append(float value) => AppendSpanFormattable(value);

    public StringBuilder Append(double value) => AppendSpanFormattable(value);

    public StringBuilder Append(decimal value) => AppendSpanFormattable(value);

    [CLSCompliant(false)]
    public StringBuilder Append(ushort value) => AppendSpanFormattable(value);

    [CLSCompliant(false)]
    public StringBuilder Append(uint value) => AppendSpanFormattable(value);

    [CLSCompliant(false)]
    public StringBuilder Append(ulong value) => AppendSpanFormattable(value);

    public StringBuilder Append(object? value) => value is null ? this : Append(value.ToString());

    public StringBuilder Append([InterpolatedStringHandlerArgument("")] ref AppendInterpolatedStringHandler handler) => this;

    public StringBuilder Append(
        IFormatProvider? provider, [InterpolatedStringHandlerArgument("", nameof(provider))] ref AppendInterpolatedStringHandler handler) =>
        this;

    public StringBuilder AppendLine() => Append(Environment.NewLine);

    public StringBuilder AppendLine(string? value) => Append(value).AppendLine();

    public StringBuilder AppendLine([InterpolatedStringHandlerArgument("")] ref AppendInterpolatedStringHandler handler) => AppendLine();

    public StringBuilder AppendLine(
        IFormatProvider? provider, [InterpolatedStringHandlerArgument("", nameof(provider))] ref AppendInterpolatedStringHandler handler) =>
        AppendLine();

    public StringBuilder AppendJoin(string? separator, params string?[] values)
    {
        ArgumentNullException.ThrowIfNull(values);
        return Join(separator.AsSpan(), new ReadOnlySpan<string?>(values));
    }

    public StringBuilder AppendJoin(string? separator, params ReadOnlySpan<string?> values) => Join(separator.AsSpan(), values);

    public StringBuilder AppendJoin(string? separator, params object?[] values)
    {
        ArgumentNullException.ThrowIfNull(values);
        return Join(separator.AsSpan(), new ReadOnlySpan<object?>(values));
    }

    public StringBuilder AppendJoin(string? separator, params ReadOnlySpan<object?> values) => Join(separator.AsSpan(), values);

    public StringBuilder AppendJoin<T>(string? separator, IEnumerable<T> values)
    {
        ArgumentNullException.ThrowIfNull(values);
        var first = true;
        foreach (var value in values)
        {
            if (!first)
            {
                Append(separator);
            }

            first = false;
            Append(value?.ToString());
        }

        return this;
    }

    public StringBuilder AppendJoin(char separator, params string?[] values)
    {
        ArgumentNullException.ThrowIfNull(values);
        return Join(new ReadOnlySpan<char>(in separator), new ReadOnlySpan<string?>(values));
    }

    public StringBuilder AppendJoin(char separator, params ReadOnlySpan<string?> values) => Join(new ReadOnlySpan<char>(in separator), values);

    public StringBuilder AppendJoin(char separator, params object?[] values)
    {
        ArgumentNullException.ThrowIfNull(values);
        return Join(new ReadOnlySpan<char>(in separator), new ReadOnlySpan<object?>(values));
    }

    public StringBuilder AppendJoin(char separator, params ReadOnlySpan<object?> values) => Join(new ReadOnlySpan<char>(in separator), values);

    public StringBuilder AppendJoin<T>(char separator, IEnumerable<T> values)
    {
        ArgumentNullException.ThrowIfNull(values);
        var first = true;
        foreach (var value in values)
        {
            if (!first)
            {
                Append(separator);
            }

            first = false;
            Append(value?.ToString());
        }

        return this;
    }

    public StringBuilder AppendFormat(string format, object? arg0) =>
        AppendFormat(null, format, new ReadOnlySpan<object?>(in arg0));

    public StringBuilder AppendFormat(string format, object? arg0, object? arg1) =>
        AppendFormat(null, format, [arg0, arg1]);

    public StringBuilder AppendFormat(
        string format, object? arg0, object? arg1, object? arg2) =>
        AppendFormat(null, format, [arg0, arg1, arg2]);

    public StringBuilder AppendFormat(string format, params object?[] args) =>
        AppendFormat(null, format, args);

    public StringBuilder AppendFormat(
        string format, params ReadOnlySpan<object?> args) =>
        AppendFormat(null, format, args);

    public StringBuilder AppendFormat(
        IFormatProvider? provider, string format, object? arg0) =>
        AppendFormat(provider, format, new ReadOnlySpan<object?>(in arg0));

    public StringBuilder AppendFormat(
        IFormatProvider? provider, string format, object? arg0, object? arg1) =>
        AppendFormat(provider, format, [arg0, arg1]);

    public StringBuilder AppendFormat(
        IFormatProvider? provider,
        string format,
        object? arg0,
        object? arg1,
        object? arg2) =>
        AppendFormat(provider, format, [arg0, arg1, arg2]);

    public StringBuilder AppendFormat(
        IFormatProvider? provider, string format, params object?[] args)
    {
        ArgumentNullException.ThrowIfNull(args);
        return AppendFormat(provider, format, new ReadOnlySpan<object?>(args));
    }

    public StringBuilder AppendFormat(
        IFormatProvider? provider, string format, params ReadOnlySpan<object?> args)
    {
        ArgumentNullException.ThrowIfNull(format);
        var builder = new DefaultInterpolatedStringHandler(format.Length, args.Length, provider);
        CompositeFormatter.Append(ref builder, format, args);
        Append(builder.Text);
        builder.Clear();
        return this;
    }

    public StringBuilder Insert(int index, ReadOnlySpan<char> value)
    {
        if ((uint)index > (uint)_length)
        {
            ThrowHelper.ThrowArgumentOutOfRangeException(nameof(index));
        }

        var tail = _length - index;
        Extend(value.Length);
        var place = Used.Slice(index);
        place.Slice(0, tail).CopyTo(place.Slice(value.Length));
        value.CopyTo(place);
        return this;
    }

    public StringBuilder Insert(int index, string? value) => Insert(index, value.AsSpan());

    public StringBuilder Insert(int index, string? value, int count)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        if ((uint)index > (uint)_length)
        {
            ThrowHelper.ThrowArgumentOutOfRangeException(nameof(index));
        }

        while (count-- > 0)
        {
            Insert(index, value.AsSpan());
        }

        return this;
    }

    public StringBuilder Insert(int index, char value) => Insert(index, new ReadOnlySpan<char>(in value));

    public StringBuilder Insert(int index, char[]? value) => Insert(index, new ReadOnlySpan<char>(value));

    public StringBuilder Insert(int index, char[]? value, int startIndex, int charCount)
    {
        if (value is null && (startIndex != 0 || charCount != 0))
        {
            ThrowHelper.ThrowArgumentNullException(nameof(value));
        }

        return Insert(index, new ReadOnlySpan<char>(value, startIndex, charCount));
    }

    public StringBuilder Insert(int index, bool value) => Insert(index, value ? bool.TrueString : bool.FalseString);

    [CLSCompliant(false)]
    public StringBuilder Insert(int index, sbyte value) => InsertSpanFormattable(index, value);

    public StringBuilder Insert(int index, byte value) => InsertSpanFormattable(index, value);

    public StringBuilder Insert(int index, short value) => InsertSpanFormattable(index, value);

    public StringBuilder Insert(int index, int value) => InsertSpanFormattable(index, value);

    public StringBuilder Insert(int index, long value) => InsertSpanFormattable(index, value);

    public StringBuilder Insert(int index, float value) => InsertSpanFormattable(index, value);

    public StringBuilder Insert(int index, double value) => InsertSpanFormattable(index, value);

    public StringBuilder Insert(int index, decimal value) => InsertSpanFormattable(index, value);

    [CLSCompliant(false)]
    public StringBuilder Insert(int index, ushort value) => InsertSpanFormattable(index, value);

    [CLSCompliant(false)]
    public StringBuilder Insert(int index, uint value) => InsertSpanFormattable(index, value);

    [CLSCompliant(false)]
    public StringBuilder Insert(int index, ulong value) => InsertSpanFormattable(index, value);

    public StringBuilder Insert(int index, object? value) => Insert(index, (value?.ToString()).AsSpan());

    public StringBuilder Remove(int startIndex, int length)
    {
        Part(startIndex, length);
        Used.Slice(startIndex + length).CopyTo(Used.Slice(startIndex));
        _length -= length;
        return this;
    }

    public StringBuilder Replace(char oldChar, char newChar) => Replace(oldChar, newChar, 0, _length);

    public StringBuilder Replace(char oldChar, char newChar, int startIndex, int count)
    {
        foreach (ref var c in Part(startIndex, count))
        {
            if (c == oldChar)
            {
                c = newChar;
            }
        }

        return this;
    }

    public StringBuilder Replace(string oldValue, string? newValue) => Replace(oldValue, newValue, 0, _length);

    public StringBuilder Replace(string oldValue, string? newValue, int startIndex, int count)
    {
        ArgumentNullException.ThrowIfNull(oldValue);
        return Replace(oldValue.AsSpan(), newValue.AsSpan(), startIndex, count);
    }

    public StringBuilder Replace(ReadOnlySpan<char> oldValue, ReadOnlySpan<char> newValue) => Replace(oldValue, newValue, 0, _length);

    public StringBuilder Replace(ReadOnlySpan<char> oldValue, ReadOnlySpan<char> newValue, int startIndex, int count)
    {
        var part = Part(startIndex, count);
        if (oldValue.Length == 0)
        {
            ThrowHelper.ThrowArgumentException("There is no text to replace.", nameof(oldValue));
        }

        if (part.IndexOf(oldValue) < 0)
        {
            return this;
        }

        // The new text is put together at the side: it may be longer than what it replaces, and may be text of this very builder.
        var builder = new DefaultInterpolatedStringHandler(_length, 1);
        builder.AppendFormatted(Used.Slice(0, startIndex));
        ReadOnlySpan<char> rest = part;
        for (int index; (index = rest.IndexOf(oldValue)) >= 0; rest = rest.Slice(index + oldValue.Length))
        {
            builder.AppendFormatted(rest.Slice(0, index));
            builder.AppendFormatted(newValue);
        }

        builder.AppendFormatted(rest);
        builder.AppendFormatted(Used.Slice(startIndex + count));
        _length = 0;
        Append(builder.Text);
        builder.Clear();
        return this;
    }

    private StringBuilder Join<T>(ReadOnlySpan<char> separator, ReadOnlySpan<T> values)
        where T : class?
    {
        for (var i = 0; i < values.Length; i++)
        {
            if (i != 0)
            {
                Append(separator);
            }

            Append(values[i]?.ToString());
        }

        return this;
    }

    private Span<char> Part(int startIndex, int length)
    {
        if ((uint)startIndex > (uint)_length)
        {
            ThrowHelper.ThrowArgumentOutOfRangeException(nameof(startIndex));
        }

        if ((uint)length > (uint)(_length - startIndex))
        {
            ThrowHelper.ThrowArgumentOutOfRangeException(nameof(length));
        }

        return new Span<char>(_characters, startIndex, length);
    }

    // Makes the text longer by `count` characters, which the caller fills in.
    private Span<char> Extend(int count)
    {
        if (count > _characters.Length - _length)
        {
            Grow(count);
        }

        var extension = new Span<char>(_characters, _length, count);
        _length += count;
        return extension;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void Grow(int count)
    {
        var needed = (long)_length + count;
        if (needed > MaxCapacity)
        {
            ThrowHelper.ThrowArgumentOutOfRangeException(nameof(count));
        }

        Array.Resize(ref _characters, (int)Math.Max(needed, Math.Min(_characters.Length * 2L, Math.Min(MaxCapacity, Array.MaxLength))));
    }

    private StringBuilder AppendSpanFormattable<T>(T value)
        where T : ISpanFormattable
    {
        Append(value, default, null);
        return this;
    }

    private void Append<T>(T value, ReadOnlySpan<char> format, IFormatProvider? provider)
        where T : ISpanFormattable
    {
        int written;
        while (!value.TryFormat(new Span<char>(_characters, _length, _characters.Length - _length), out written, format, provider))
        {
            Grow(_characters.Length - _length + 1);
        }

        _length += written;
    }

    private StringBuilder InsertSpanFormattable<T>(int index, T value)
        where T : ISpanFormattable
    {
        Span<char> text = stackalloc char[64];
        return value.TryFormat(text, out var written, default, null)
            ? Insert(index, text.Slice(0, written))
            : Insert(index, value.ToString(null, null).AsSpan());
    }
}
