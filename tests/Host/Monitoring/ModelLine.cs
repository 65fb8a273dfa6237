using System.Text;
using Tarn.Kernel;
using Tarn.Monitor;

namespace Tarn.Tests.Host.Monitoring;

/// <summary>A line that is being typed, in the simplest way that there is: strings.</summary>
internal sealed class ModelLine
{
    private readonly List<string> _history = [];
    private readonly List<Rune> _line = [];
    private string _draft = string.Empty;
    private int _position;

    public string Text => string.Concat(_line);

    public int Cursor { get; private set; }

    public void Press(in KeyEvent key)
    {
        var letter = key.HasControl ? (char)(key.Character.Value | 0x20) : '\0';
        if (key.IsText)
        {
            Insert(key.Character.ToString());
        }
        else
        {
            switch (key.Key, letter)
            {
                case (Key.Backspace, _) when Cursor > 0:
                    Erase(Cursor - 1, Cursor);
                    break;
                case (Key.Delete, _) or (_, 'd') when Cursor < _line.Count:
                    Erase(Cursor, Cursor + 1);
                    break;
                case (Key.Left, _) or (_, 'b'):
                    Cursor = Math.Max(Cursor - 1, 0);
                    break;
                case (Key.Right, _) or (_, 'f'):
                    Cursor = Math.Min(Cursor + 1, _line.Count);
                    break;
                case (Key.Home, _) or (_, 'a'):
                    Cursor = 0;
                    break;
                case (Key.End, _) or (_, 'e'):
                    Cursor = _line.Count;
                    break;
                case (Key.Up, _) or (_, 'p'):
                    Recall(_position - 1);
                    break;
                case (Key.Down, _) or (_, 'n'):
                    Recall(_position + 1);
                    break;
                case (_, 'k'):
                    Erase(Cursor, _line.Count);
                    break;
                case (_, 'u'):
                    Erase(0, Cursor);
                    break;
                case (_, 'w'):
                    var before = string.Concat(_line.Take(Cursor)).TrimEnd(' ');
                    Erase(before.EnumerateRunes().Count() - before.Split(' ')[^1].EnumerateRunes().Count(), Cursor);
                    break;
                case (Key.Tab, _):
                    Insert(new string(' ', 8 - (Cursor % 8)));
                    break;
                case (Key.F1, _):
                    Insert("[F1]");
                    break;
                case (_, 'x'):
                    Insert("[Ctrl+x]");
                    break;
            }
        }
    }

    public void Keep()
    {
        if (_line.Count > 0 && (_history.Count == 0 || _history[^1] != Text))
        {
            _history.Add(Text);
            _history.RemoveRange(0, Math.Max(0, _history.Count - LineHistory.Capacity));
        }

        Clear();
    }

    public void Clear()
    {
        _line.Clear();
        Cursor = 0;
        _position = _history.Count;
    }

    private void Insert(string text)
    {
        var characters = text.EnumerateRunes().ToList();
        if (_line.Count + characters.Count <= LineEditor.Capacity)
        {
            _line.InsertRange(Cursor, characters);
            Cursor += characters.Count;
        }
    }

    private void Erase(int start, int end)
    {
        _line.RemoveRange(start, end - start);
        Cursor = start;
    }

    private void Recall(int position)
    {
        if (position < 0 || position > _history.Count)
        {
            return;
        }

        _draft = _position == _history.Count ? Text : _draft;
        _position = position;
        _line.Clear();
        _line.AddRange((position == _history.Count ? _draft : _history[position]).EnumerateRunes());
        Cursor = _line.Count;
    }
}
