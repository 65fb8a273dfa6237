using System;
using System.Text;

namespace Tarn.Monitor;

/// <summary>The last lines that were accepted, and where among them the user is.</summary>
/// <remarks>
/// <code>
///   Add ──► │ 0 │ 1 │ … │ 15 │ draft │       a ring of Capacity lines, of which _count are there;
///                 ▲                           behind the youngest the line that was being typed when the way back began
///              _position (in lines from the oldest; _count is the draft)
/// </code>
/// Empty lines are not kept, nor is a line that is the same as the one before it. Allocates when it is made, and never again.
/// </remarks>
public sealed class LineHistory
{
    /// <summary>How many lines are kept.</summary>
    public const int Capacity = 16;

    private readonly Rune[] _text = new Rune[(Capacity + 1) * LineEditor.Capacity];
    private readonly int[] _lengths = new int[Capacity + 1];
    private int _oldest;
    private int _position;

    /// <summary>How many lines are there.</summary>
    public int Count { get; private set; }

    /// <summary>Keeps a line as the youngest.</summary>
    public void Add(ReadOnlySpan<Rune> line)
    {
        if (!line.IsEmpty && (Count == 0 || !line.SequenceEqual(Line(SlotOf(Count - 1)))))
        {
            if (Count < Capacity)
            {
                Count++;
            }
            else
            {
                _oldest = (_oldest + 1) % Capacity;
            }

            Store(SlotOf(Count - 1), line);
        }

        Leave();
    }

    /// <summary>Goes behind the youngest line.</summary>
    public void Leave() => _position = Count;

    /// <summary>Goes to another line.</summary>
    /// <param name="steps">How far: negative to older ones.</param>
    /// <param name="current">The line as it is now. It is kept where it is none of the history's.</param>
    /// <param name="line">The line that is come to; valid until the next one is added.</param>
    /// <returns>False where there is none.</returns>
    public bool TryMove(int steps, ReadOnlySpan<Rune> current, out ReadOnlySpan<Rune> line)
    {
        var position = _position + steps;
        if (position < 0 || position > Count)
        {
            line = default;
            return false;
        }

        if (_position == Count)
        {
            Store(Capacity, current);
        }

        _position = position;
        line = Line(SlotOf(position));
        return true;
    }

    private int SlotOf(int position) => position == Count ? Capacity : (_oldest + position) % Capacity;

    private ReadOnlySpan<Rune> Line(int slot) => _text.AsSpan(slot * LineEditor.Capacity, _lengths[slot]);

    private void Store(int slot, ReadOnlySpan<Rune> line)
    {
        line.CopyTo(_text.AsSpan(slot * LineEditor.Capacity, LineEditor.Capacity));
        _lengths[slot] = line.Length;
    }
}
