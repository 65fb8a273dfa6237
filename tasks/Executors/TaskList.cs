namespace Tarn.Tasks;

/// <summary>Tasks, for <c>foreach</c>. Does not allocate.</summary>
public readonly struct TaskList
{
    private readonly KernelTask? _first;

    internal TaskList(KernelTask? first) => _first = first;

    /// <summary>Begins.</summary>
    public Enumerator GetEnumerator() => new(_first);

    /// <summary>Goes through them.</summary>
    public struct Enumerator
    {
        private KernelTask? _next;

        internal Enumerator(KernelTask? first)
        {
            _next = first;
            Current = null!;
        }

        /// <summary>The task it has come to.</summary>
        public KernelTask Current { get; private set; }

        /// <summary>Goes to the next task.</summary>
        /// <returns>Whether there is one.</returns>
        public bool MoveNext()
        {
            if (_next is not { } next)
            {
                return false;
            }

            Current = next;
            _next = next.Younger;
            return true;
        }
    }
}
