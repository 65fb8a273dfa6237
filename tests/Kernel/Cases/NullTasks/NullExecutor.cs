using System;
using System.Runtime.CompilerServices;

namespace Tarn.Tests.Kernel.Cases;

/// <summary>What runs <see cref="NullTask"/>s: it keeps what it is given in an array, and calls all of it.</summary>
internal sealed class NullExecutor(int capacity)
{
    private readonly Func<NullTask>[] _methods = new Func<NullTask>[capacity];
    private NullTask? _woken;
    private int _count;

    /// <summary>Remembers a method.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public void Spawn(Func<NullTask> method) => _methods[_count++] = method;

    /// <summary>Calls the methods, and forgets them.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public void RunSpawned()
    {
        for (var index = 0; index < _count; index++)
        {
            _methods[index]();
        }

        _count = 0;
    }

    /// <summary>Remembers the one task that is to have a turn.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public void Wake(NullTask task) => _woken = task;

    /// <summary>Its turn.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public void RunWoken()
    {
        while (_woken is { } task)
        {
            _woken = null;
            task.TakeTurn();
        }
    }

    /// <summary>Turns of all tasks of an array, over and over.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static void RunAll(NullTask[] tasks, int rounds)
    {
        for (var round = 0; round < rounds; round++)
        {
            foreach (var task in tasks)
            {
                task.TakeTurn();
            }
        }
    }
}
