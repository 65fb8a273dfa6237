using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace System;

public static partial class MemoryExtensions
{
    /// <summary>Where the parts of a span between separators are, one after another: nothing is allocated.</summary>
    public static SpanSplitEnumerator<T> Split<T>(this ReadOnlySpan<T> source, T separator)
        where T : IEquatable<T> =>
        new(source, separator);

    /// <summary>An empty separator separates nothing.</summary>
    public static SpanSplitEnumerator<T> Split<T>(this ReadOnlySpan<T> source, ReadOnlySpan<T> separator)
        where T : IEquatable<T> =>
        new(source, separator, any: false);

    /// <summary>Any of some elements separates; white space does where they are none and the elements are characters.</summary>
    public static SpanSplitEnumerator<T> SplitAny<T>(this ReadOnlySpan<T> source, [UnscopedRef] params ReadOnlySpan<T> separators)
        where T : IEquatable<T> =>
        new(source, separators, any: true);

    /// <summary>Stores where the parts of a text are; the last takes the rest where there is no room for all.</summary>
    /// <returns>How many parts were stored.</returns>
    public static int Split(
        this ReadOnlySpan<char> source, Span<Range> destination, char separator, StringSplitOptions options = StringSplitOptions.None) =>
        new StringSplitter(new ReadOnlySpan<char>(in separator)).Split(source, destination, options);

    public static int Split(
        this ReadOnlySpan<char> source,
        Span<Range> destination,
        ReadOnlySpan<char> separator,
        StringSplitOptions options = StringSplitOptions.None) =>
        StringSplitter.ForString(separator).Split(source, destination, options);

    public static int SplitAny(
        this ReadOnlySpan<char> source,
        Span<Range> destination,
        ReadOnlySpan<char> separators,
        StringSplitOptions options = StringSplitOptions.None) =>
        new StringSplitter(separators).Split(source, destination, options);

    public static int SplitAny(
        this ReadOnlySpan<char> source,
        Span<Range> destination,
        ReadOnlySpan<string> separators,
        StringSplitOptions options = StringSplitOptions.None) =>
        new StringSplitter(separators).Split(source, destination, options);

    public ref struct SpanSplitEnumerator<T> : Collections.Generic.IEnumerator<Range>
        where T : IEquatable<T>
    {
        private readonly ReadOnlySpan<T> _source;
        private readonly ReadOnlySpan<T> _separators;
        private readonly T _separator = default!;
        private readonly Mode _mode;
        private int _start;
        private int _end;
        private int _next;

        internal SpanSplitEnumerator(ReadOnlySpan<T> source, T separator)
        {
            _source = source;
            _separator = separator;
            _mode = Mode.One;
        }

        internal SpanSplitEnumerator(ReadOnlySpan<T> source, ReadOnlySpan<T> separators, bool any)
        {
            _source = source;
            _separators = separators;
            _mode = any
                ? separators.IsEmpty && typeof(T) == typeof(char) ? Mode.WhiteSpace : Mode.Any
                : separators.IsEmpty ? Mode.Nothing : Mode.Sequence;
        }

        private enum Mode
        {
            Nothing,
            One,
            Any,
            Sequence,
            WhiteSpace,
        }

        public readonly ReadOnlySpan<T> Source => _source;

        public readonly Range Current => new(_start, _end);

        readonly object Collections.IEnumerator.Current => Current;

        public readonly SpanSplitEnumerator<T> GetEnumerator() => this;

        public bool MoveNext()
        {
            // Beyond the end lies the end of the parts: after a last separator comes an empty one.
            if (_next > _source.Length)
            {
                return false;
            }

            var rest = _source.Slice(_next);
            var length = 1;
            int index;
            switch (_mode)
            {
                case Mode.One:
                    index = rest.IndexOf(_separator);
                    break;
                case Mode.Any:
                    index = rest.IndexOfAny(_separators);
                    break;
                case Mode.Sequence:
                    index = rest.IndexOf(_separators);
                    length = _separators.Length;
                    break;
                case Mode.WhiteSpace:
                    index = 0;
                    while ((uint)index < (uint)rest.Length && !char.IsWhiteSpace(Unsafe.As<T, char>(ref Unsafe.AsRef(in rest[index]))))
                    {
                        index++;
                    }

                    index = index == rest.Length ? -1 : index;
                    break;
                default:
                    index = -1;
                    break;
            }

            _start = _next;
            _end = index < 0 ? _source.Length : _start + index;
            _next = _end + length;
            return true;
        }

        void Collections.IEnumerator.Reset()
        {
            _start = 0;
            _end = 0;
            _next = 0;
        }

        readonly void IDisposable.Dispose()
        {
        }
    }
}
