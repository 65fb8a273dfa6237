using Tarn.Kernel;

namespace Tarn.Tests.Host.Memory;

/// <summary>A lock that finds out whether it is used as one.</summary>
internal readonly struct TestLock(TestLock.Log log) : IHeapLock
{
    private const nuint State = 4711;

    public nuint Enter()
    {
        if (log.IsHeld)
        {
            throw new InvalidOperationException("the lock is held already");
        }

        log.IsHeld = true;
        log.Entries++;
        return State;
    }

    public void Exit(nuint state)
    {
        if (!log.IsHeld || state != State)
        {
            throw new InvalidOperationException("the lock was not entered like this");
        }

        log.IsHeld = false;
    }

    /// <summary>What happened to it.</summary>
    internal sealed class Log
    {
        public bool IsHeld { get; set; }

        public int Entries { get; set; }
    }
}
