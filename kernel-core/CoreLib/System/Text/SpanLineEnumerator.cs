namespace System.Text;

/// <summary>
/// The lines of a text, without what ends them: CR LF, CR, LF, FF, NEL, LS or PS. A text that ends so has an empty last line.
/// </summary>
public ref struct SpanLineEnumerator
{
    private ReadOnlySpan<char> _rest;
    private ReadOnlySpan<char> _current;
    private bool _hasMore;

    internal SpanLineEnumerator(ReadOnlySpan<char> text)
    {
        _rest = text;
        _hasMore = true;
    }

    public readonly ReadOnlySpan<char> Current => _current;

    public readonly SpanLineEnumerator GetEnumerator() => this;

    public bool MoveNext()
    {
        if (!_hasMore)
        {
            _current = default;
            return false;
        }

        var index = _rest.IndexOfAny(string.LineEndings);
        if (index < 0)
        {
            _current = _rest;
            _rest = default;
            _hasMore = false;
            return true;
        }

        _current = _rest.Slice(0, index);
        _rest = _rest.Slice(string.SkipLineEnding(_rest, index));
        return true;
    }
}
