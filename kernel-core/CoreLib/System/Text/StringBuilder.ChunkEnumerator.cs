namespace System.Text;

public sealed partial class StringBuilder
{
    public struct ChunkEnumerator
    {
        private readonly StringBuilder _builder;
        private bool _started;

        internal ChunkEnumerator(StringBuilder builder)
        {
            _builder = builder;
        }

        public readonly ReadOnlyMemory<char> Current
        {
            get
            {
                if (!_started)
                {
                    ThrowHelper.ThrowInvalidOperationException_EnumerationNotStartedOrEnded();
                }

                return new ReadOnlyMemory<char>(_builder._characters, 0, _builder._length);
            }
        }

        public readonly ChunkEnumerator GetEnumerator() => this;

        public bool MoveNext()
        {
            var first = !_started;
            _started = true;
            return first;
        }
    }
}
