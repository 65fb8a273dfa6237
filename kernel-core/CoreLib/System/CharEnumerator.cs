using System.Collections;
using System.Collections.Generic;

namespace System;

public sealed class CharEnumerator : IEnumerator<char>, ICloneable
{
    private string _text;
    private int _index = -1;

    internal CharEnumerator(string text)
    {
        _text = text;
    }

    public char Current
    {
        get
        {
            var index = _index;
            var text = _text;
            if ((uint)index >= (uint)text.Length)
            {
                ThrowHelper.ThrowInvalidOperationException_EnumerationNotStartedOrEnded();
            }

            return text[index];
        }
    }

    object? IEnumerator.Current => Current;

    public object Clone() => MemberwiseClone();

    public bool MoveNext()
    {
        var index = _index + 1;
        if (index < _text.Length)
        {
            _index = index;
            return true;
        }

        _index = _text.Length;
        return false;
    }

    public void Reset() => _index = -1;

    public void Dispose()
    {
        _index = 0;
        _text = "";
    }
}
