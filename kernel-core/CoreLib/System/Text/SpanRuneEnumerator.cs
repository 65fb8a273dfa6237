namespace System.Text;

/// <summary>The scalar values of a span, <see cref="Rune.ReplacementChar"/> in place of a surrogate without its other half.</summary>
public ref struct SpanRuneEnumerator
{
    private ReadOnlySpan<char> _rest;
    private Rune _current;

    internal SpanRuneEnumerator(ReadOnlySpan<char> text)
    {
        _rest = text;
    }

    public readonly Rune Current => _current;

    public readonly SpanRuneEnumerator GetEnumerator() => this;

    public bool MoveNext()
    {
        if (_rest.Length == 0)
        {
            _current = default;
            return false;
        }

        Rune.DecodeFromUtf16(_rest, out _current, out var consumed);
        _rest = _rest.Slice(consumed);
        return true;
    }
}
