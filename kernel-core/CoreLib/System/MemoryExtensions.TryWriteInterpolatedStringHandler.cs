using System.Runtime.CompilerServices;

namespace System;

public static partial class MemoryExtensions
{
    /// <summary>Writes an interpolated string into a span, without allocating.</summary>
    /// <returns>Whether all of it fitted; nothing counts as written where it did not.</returns>
    public static bool TryWrite(
        this Span<char> destination,
        [InterpolatedStringHandlerArgument(nameof(destination))] ref TryWriteInterpolatedStringHandler handler,
        out int charsWritten)
    {
        if (handler.Succeeded)
        {
            charsWritten = handler.Position;
            return true;
        }

        charsWritten = 0;
        return false;
    }

    public static bool TryWrite(
        this Span<char> destination,
        IFormatProvider? provider,
        [InterpolatedStringHandlerArgument(nameof(destination), nameof(provider))] ref TryWriteInterpolatedStringHandler handler,
        out int charsWritten) =>
        TryWrite(destination, ref handler, out charsWritten);

    /// <summary>What an interpolated string compiles to where it is written into a span.</summary>
    [InterpolatedStringHandler]
    public ref struct TryWriteInterpolatedStringHandler
    {
        private readonly Span<char> _destination;
        private readonly IFormatProvider? _provider;
        private int _position;
        private bool _succeeded;

        public TryWriteInterpolatedStringHandler(int literalLength, int formattedCount, Span<char> destination, out bool shouldAppend)
            : this(literalLength, formattedCount, destination, null, out shouldAppend)
        {
        }

        public TryWriteInterpolatedStringHandler(
            int literalLength, int formattedCount, Span<char> destination, IFormatProvider? provider, out bool shouldAppend)
        {
            _destination = destination;
            _provider = provider;
            _succeeded = shouldAppend = destination.Length >= literalLength;
        }

        internal readonly bool Succeeded => _succeeded;

        internal readonly int Position => _position;

        public bool AppendLiteral(string value) => AppendFormatted(value.AsSpan());

        public bool AppendFormatted(scoped ReadOnlySpan<char> value)
        {
            if (!value.TryCopyTo(_destination.Slice(_position)))
            {
                return Fail();
            }

            _position += value.Length;
            return true;
        }

        public bool AppendFormatted(scoped ReadOnlySpan<char> value, int alignment = 0, string? format = null)
        {
            var start = _position;
            return AppendFormatted(value) && Align(start, alignment);
        }

        public bool AppendFormatted<T>(T value) => AppendFormatted(value, null);

        public bool AppendFormatted<T>(T value, string? format)
        {
            if (_provider?.GetFormat(typeof(ICustomFormatter)) is ICustomFormatter formatter)
            {
                return AppendFormatted(formatter.Format(format, value, _provider).AsSpan());
            }

            if (value is IFormattable)
            {
                if (value is ISpanFormattable)
                {
                    if (!((ISpanFormattable)value).TryFormat(_destination.Slice(_position), out var written, format.AsSpan(), _provider))
                    {
                        return Fail();
                    }

                    _position += written;
                    return true;
                }

                return AppendFormatted(((IFormattable)value).ToString(format, _provider).AsSpan());
            }

            return AppendFormatted((value?.ToString()).AsSpan());
        }

        public bool AppendFormatted<T>(T value, int alignment) => AppendFormatted(value, alignment, null);

        public bool AppendFormatted<T>(T value, int alignment, string? format)
        {
            var start = _position;
            return AppendFormatted(value, format) && Align(start, alignment);
        }

        public bool AppendFormatted(string? value) =>
            _provider is null ? AppendFormatted(value.AsSpan()) : AppendFormatted<string?>(value, null);

        public bool AppendFormatted(string? value, int alignment = 0, string? format = null) =>
            AppendFormatted<string?>(value, alignment, format);

        public bool AppendFormatted(object? value, int alignment = 0, string? format = null) =>
            AppendFormatted<object?>(value, alignment, format);

        private bool Align(int start, int alignment)
        {
            var length = _position - start;
            var padding = Math.Abs(alignment) - length;
            if (padding <= 0)
            {
                return true;
            }

            if (padding > _destination.Length - _position)
            {
                return Fail();
            }

            var field = _destination.Slice(start, length + padding);
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
            return true;
        }

        private bool Fail()
        {
            _succeeded = false;
            return false;
        }
    }
}
