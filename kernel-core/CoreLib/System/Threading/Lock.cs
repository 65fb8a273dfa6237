using System.Runtime.CompilerServices;

namespace System.Threading;

/// <summary>A lock that is an object of its own. See <see cref="Monitor"/> for why it never waits.</summary>
public sealed class Lock
{
    private uint _entryCount;

    /// <summary>Leaves the lock when disposed of.</summary>
    public ref struct Scope
    {
        private Lock? _lock;

        internal Scope(Lock owner)
        {
            _lock = owner;
        }

        public void Dispose()
        {
            var owner = _lock;
            if (owner is not null)
            {
                _lock = null;
                owner.Exit();
            }
        }
    }

    public bool IsHeldByCurrentThread => _entryCount != 0;

    /// <remarks>Not inlined: the build finds out by calls of this whether an interrupt handler takes a lock.</remarks>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public void Enter() => _entryCount++;

    public bool TryEnter()
    {
        Enter();
        return true;
    }

    public Scope EnterScope()
    {
        Enter();
        return new Scope(this);
    }

    /// <exception cref="SynchronizationLockException">The lock is not held.</exception>
    public void Exit()
    {
        if (_entryCount == 0)
        {
            throw new SynchronizationLockException("The calling thread does not hold the lock.");
        }

        _entryCount--;
    }
}
