using System.Collections;
using System.Collections.Generic;

namespace System.Text;

/// <summary>The scalar values of a string, <see cref="Rune.ReplacementChar"/> in place of a surrogate without its other half.</summary>
public struct StringRuneEnumerator : IEnumerable<Rune>, IEnumerator<Rune>
{
    private readonly string _text;
    private Rune _current;
    private int _next;

    internal StringRuneEnumerator(string text)
    {
        _text = text;
    }

    public readonly Rune Current => _current;

    readonly object? IEnumerator.Current => _current;

    public readonly StringRuneEnumerator GetEnumerator() => this;

    public bool MoveNext()
    {
        if ((uint)_next >= (uint)_text.Length)
        {
            _current = default;
            return false;
        }

        Rune.DecodeFromUtf16(_text.AsSpan(_next), out _current, out var consumed);
        _next += consumed;
        return true;
    }

    readonly IEnumerator<Rune> IEnumerable<Rune>.GetEnumerator() => this;

    readonly IEnumerator IEnumerable.GetEnumerator() => this;

    void IEnumerator.Reset()
    {
        _current = default;
        _next = 0;
    }

    readonly void IDisposable.Dispose()
    {
    }
}
