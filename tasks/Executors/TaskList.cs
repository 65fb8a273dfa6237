namespace Tarn.Tasks;

/// <summary>Tasks, for <c>foreach</c>. Does not allocate.</summary>
public readonly struct TaskList
{
    private readonly KernelTask _ring;

    /// <param name="ring">What closes the ring of the tasks, and is none of them.</param>
    internal TaskList(KernelTask ring) => _ring = ring;

    /// <summary>Begins.</summary>
    public Enumerator GetEnumerator() => new(_ring);

    /// <summary>Goes through them.</summary>
    public struct Enumerator
    {
        private readonly KernelTask _ring;

        internal Enumerator(KernelTask ring)
        {
            _ring = ring;
            Current = ring;
        }

        /// <summary>The task it has come to.</summary>
        public KernelTask Current { get; private set; }

        /// <summary>Goes to the next task.</summary>
        /// <returns>Whether there is one.</returns>
        public bool MoveNext()
        {
            // One that has ended since the last step has left the ring, and does not know any more what came behind it.
            if (Current.Younger is not { } next || ReferenceEquals(next, _ring))
            {
                return false;
            }

            Current = next;
            return true;
        }
    }
}
