using System.Runtime.CompilerServices;

namespace System.Text;

public sealed partial class StringBuilder
{
    /// <summary>
    /// What an interpolated string compiles to where it is appended: it writes into the builder, and allocates nothing else.
    /// </summary>
    [InterpolatedStringHandler]
    public struct AppendInterpolatedStringHandler
    {
        private readonly StringBuilder _builder;
        private readonly IFormatProvider? _provider;

        public AppendInterpolatedStringHandler(int literalLength, int formattedCount, StringBuilder stringBuilder)
            : this(literalLength, formattedCount, stringBuilder, null)
        {
        }

        public AppendInterpolatedStringHandler(
            int literalLength, int formattedCount, StringBuilder stringBuilder, IFormatProvider? provider)
        {
            _builder = stringBuilder;
            _provider = provider;
        }

        public void AppendLiteral(string value) => _builder.Append(value);

        public void AppendFormatted<T>(T value) => AppendFormatted(value, null);

        public void AppendFormatted<T>(T value, string? format)
        {
            if (_provider?.GetFormat(typeof(ICustomFormatter)) is ICustomFormatter formatter)
            {
                _builder.Append(formatter.Format(format, value, _provider));
            }
            else if (value is IFormattable)
            {
                if (value is ISpanFormattable)
                {
                    int written;
                    var builder = _builder;
                    while (!((ISpanFormattable)value).TryFormat(
                        new Span<char>(builder._characters, builder._length, builder._characters.Length - builder._length),
                        out written,
                        format.AsSpan(),
                        _provider))
                    {
                        builder.Grow(builder._characters.Length - builder._length + 1);
                    }

                    builder._length += written;
                }
                else
                {
                    _builder.Append(((IFormattable)value).ToString(format, _provider));
                }
            }
            else
            {
                _builder.Append(value?.ToString());
            }
        }

        public void AppendFormatted<T>(T value, int alignment) => AppendFormatted(value, alignment, null);

        public void AppendFormatted<T>(T value, int alignment, string? format)
        {
            var start = _builder.Length;
            AppendFormatted(value, format);
            Align(start, alignment);
        }

        public void AppendFormatted(ReadOnlySpan<char> value) => _builder.Append(value);

        public void AppendFormatted(ReadOnlySpan<char> value, int alignment = 0, string? format = null)
        {
            var start = _builder.Length;
            _builder.Append(value);
            Align(start, alignment);
        }

        public void AppendFormatted(string? value)
        {
            if (_provider is null)
            {
                _builder.Append(value);
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

        private void Align(int start, int alignment)
        {
            var length = _builder.Length - start;
            var padding = Math.Abs(alignment) - length;
            if (padding <= 0)
            {
                return;
            }

            _builder.Append(' ', padding);
            if (alignment > 0)
            {
                var field = _builder.Used.Slice(start);
                field.Slice(0, length).CopyTo(field.Slice(padding));
                field.Slice(0, padding).Fill(' ');
            }
        }
    }
}
