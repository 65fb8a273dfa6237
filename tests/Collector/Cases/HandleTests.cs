using System;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Tarn.Testing;

namespace Tarn.Tests.Kernel.Cases;

/// <summary>What handles keep, and what freed ones do not undo.</summary>
internal static class HandleTests
{
    [KernelTest]
    public static void AFreedHandleIsKnownByItsCopies()
    {
        var first = Make(1);
        var second = Make(2);
        var freed = Make(3);
        var copy = freed;
        var number = GCHandle.ToIntPtr(freed);
        freed.Free();
        Expect.False(freed.IsAllocated);
        ExpectRefused(copy);
        ExpectRefused(GCHandle.FromIntPtr(number));

        // Another takes its place, and is none of the copy's.
        var third = Make(4);
        ExpectRefused(copy);
        Leftovers.ScrubStack();
        GC.Collect();
        Leftovers.Churn(300, 60);
        Expect.Equal((1, 2, 4), (NumberOf(first), NumberOf(second), NumberOf(third)));
        first.Free();
        second.Free();
        third.Free();
    }

    [KernelTest]
    public static void ANumberThatWasNeverAHandleIsRefused()
    {
        foreach (var number in (ReadOnlySpan<nint>)[1, 2, -1, nint.MinValue, nint.MaxValue, (nint)1 << 62, (nint)1000 << 32])
        {
            ExpectRefused(GCHandle.FromIntPtr(number));
        }
    }

    [KernelTest]
    public static void ManyHandlesKeepTheirObjectsWhileOthersComeAndGo()
    {
        var handles = new GCHandle[300];
        for (var round = 0; round < 20; round++)
        {
            for (var index = round % 3; index < handles.Length; index += 1 + (round % 5))
            {
                if (handles[index].IsAllocated)
                {
                    Expect.Equal(index, NumberOf(handles[index]));
                    handles[index].Free();
                }
                else
                {
                    handles[index] = Make(index);
                }
            }

            Leftovers.ScrubStack();
            GC.Collect();
            Leftovers.Churn(300, 60);
        }

        for (var index = 0; index < handles.Length; index++)
        {
            if (handles[index].IsAllocated)
            {
                Expect.Equal(index, NumberOf(handles[index]));
                handles[index].Free();
            }
        }
    }

    [KernelTest]
    public static void AnObjectWithReferencesIsNotPinned()
    {
        var refused = 0;
        foreach (var value in new object[] { new object[1], new Node { Next = new Node() }, new string[1] })
        {
            try
            {
                GCHandle.Alloc(value, GCHandleType.Pinned);
            }
            catch (ArgumentException exception)
            {
                refused += exception.Message == "Object contains references. (Parameter 'value')" ? 1 : 0;
            }
        }

        Expect.Equal(3, refused);
        var handle = GCHandle.Alloc(new int[3], GCHandleType.Pinned);
        try
        {
            handle.Target = new object[1];
        }
        catch (ArgumentException)
        {
            refused++;
        }

        Expect.Equal(4, refused);
        Expect.True(handle.Target is int[]);
        handle.Free();
    }

    private static void ExpectRefused(GCHandle handle)
    {
        var refused = 0;
        try
        {
            GC.KeepAlive(handle.Target);
        }
        catch (InvalidOperationException)
        {
            refused++;
        }

        try
        {
            handle.Target = handle;
        }
        catch (InvalidOperationException)
        {
            refused++;
        }

        try
        {
            handle.Free();
        }
        catch (InvalidOperationException)
        {
            refused++;
        }

        Expect.Equal(3, refused);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static GCHandle Make(int number) => GCHandle.Alloc(new Node { Number = number });

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static int NumberOf(GCHandle handle) => ((Node)handle.Target!).Number;

    private sealed class Node
    {
        internal Node? Next;
        internal int Number;
    }
}
