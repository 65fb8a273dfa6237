using System;
using System.Collections.Generic;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Tarn.Image;
using Tarn.Testing;

namespace Tarn.Tests.Kernel.Cases;

/// <summary>What a collection frees, and what it does not.</summary>
internal static class CollectionTests
{
    private static Node? s_static;
    private static int s_finalized;
    private static object? s_resurrected;
    private static WeakReference<Node>? s_weak;

    [KernelTest]
    public static void ACycleThatNothingRefersToIsFreed()
    {
        ExpectNothingIsLeftBy(static () =>
        {
            // Less than is collected for by itself.
            var before = GC.GetTotalMemory(true);
            MakeCycles(500);
            #if !TARN_COLLECTOR_STRESS
            Expect.True(GC.GetTotalMemory(false) >= before + (500 * 2 * Node.Size));
#endif
            GC.KeepAlive(before);
        });
    }

    [KernelTest]
    public static void CollectionsAreCounted()
    {
        var before = GC.CollectionCount(0);
        GC.Collect();
        GC.Collect(0);
        Expect.Equal(before + 2, GC.CollectionCount(0));
        Expect.Equal(0, GC.CollectionCount(1));
    }

    [KernelTest(TimeLimit = 120)]
    public static void AListOfAMillionIsMarkedWithoutRecursion()
    {
        ExpectNothingIsLeftBy(static () => MakeAndCheckList(1_000_000));
    }

    [KernelTest(TimeLimit = 120)]
    public static void ADeepTreeStaysAndGoes()
    {
        ExpectNothingIsLeftBy(static () => MakeAndCheckTree(16));
    }

    [KernelTest]
    public static void AStaticKeeps()
    {
        s_static = MakeChain(10);
        Leftovers.ScrubStack();
        GC.Collect();
        Leftovers.Churn();
        CheckChain(s_static, 10);
        s_static = null;
    }

    [KernelTest]
    public static void AReferenceIntoAnArrayKeepsIt()
    {
        ref var element = ref MakeArray(100_000)[77_777];
        var span = MakeArray(64).AsSpan(10, 5);
        Leftovers.ScrubStack();
        GC.Collect();
        Leftovers.Churn();
        Expect.Equal(77_777, element);
        Expect.Equal(12, span[2]);
    }

    [KernelTest]
    public static unsafe void ARegisterAloneKeeps()
    {
        for (var way = 0; way < RegisterProbe.Ways; way++)
        {
            s_weak = null;
            Leftovers.ScrubStack();
            var address = RegisterProbe.Collect(way, &MakeForRegister);
            Expect.Equal(way != RegisterProbe.InNone, s_weak!.TryGetTarget(out var node));
            if (way != RegisterProbe.InNone)
            {
                Expect.Equal((71, 73), (node!.Number, node.Next!.Number));
                Expect.Equal(address, Unsafe.As<Node, nint>(ref node));
            }
        }
    }

    /// <summary>More objects wait to be looked at than the mark stack has room for.</summary>
    [KernelTest]
    public static void AMarkStackThatIsTooShortLosesNothing()
    {
        const int Levels = 200, Width = 128;
        var top = MakeLevels(Levels, Width);
        Leftovers.ScrubStack();
        GC.Collect();
        Expect.True(KernelHeap.LastCollection.Overflows > 0);
        Leftovers.Churn();
        var count = 0;
        for (var level = top; level is not null; level = (object[]?)level[Width - 1])
        {
            for (var index = 0; index < Width - 1; index++, count++)
            {
                var node = (Node)level[index];
                Expect.Equal((index, index + 1), (node.Number, node.Next!.Number));
            }
        }

        Expect.Equal(Levels * (Width - 1), count);
    }

    [KernelTest]
    public static void AClosureKeepsWhatItCaptured()
    {
        var function = MakeClosure();
        Leftovers.ScrubStack();
        GC.Collect();
        Leftovers.Churn();
        Expect.Equal(45, function());
    }

    [KernelTest]
    public static void AnArrayOfStructsKeepsWhatIsInThem()
    {
        var array = MakePairs(5000);
        Leftovers.ScrubStack();
        GC.Collect();
        Leftovers.Churn();
        for (var index = 0; index < array.Length; index++)
        {
            Expect.Equal(index, array[index].Left!.Number);
            Expect.Equal(index + 1, ((Node)array[index].Right!).Number);
        }
    }

    [KernelTest]
    public static void DictionariesAndListsStay()
    {
        var dictionary = MakeDictionary(2000);
        GC.Collect();
        Leftovers.Churn();
        for (var index = 0; index < 2000; index++)
        {
            Expect.Equal(index, dictionary[index.ToString()].Number);
        }
    }

    [KernelTest]
    public static void AHandleKeepsUntilItIsFreed()
    {
        ExpectNothingIsLeftBy(static () =>
        {
            var number = MakeHandle(GCHandleType.Normal, 7);
            Leftovers.ScrubStack();
            GC.Collect();
            Leftovers.Churn();
            Expect.Equal(7, NumberOf(number));
            GCHandle.FromIntPtr(number).Free();
        });
    }

    [KernelTest]
    public static void AWeakHandleKeepsNothing()
    {
        var number = MakeHandle(GCHandleType.Weak, 7);
        Leftovers.ScrubStack();
        GC.Collect();
        Expect.True(GCHandle.FromIntPtr(number).Target is null);
        GCHandle.FromIntPtr(number).Free();
    }

    [KernelTest]
    public static unsafe void APinnedHandleTellsWhereTheDataAre()
    {
        var array = new byte[] { 1, 2, 3 };
        var handle = GCHandle.Alloc(array, GCHandleType.Pinned);
        Expect.Equal(2, ((byte*)handle.AddrOfPinnedObject())[1]);
        handle.Free();
        Expect.False(handle.IsAllocated);
    }

    [KernelTest]
    public static void AWeakReferenceIsEmptiedWhenItsObjectGoes()
    {
        var kept = new Node { Number = 3 };
        var toKept = new WeakReference<Node>(kept);
        var toLost = MakeWeak();
        Leftovers.ScrubStack();
        GC.Collect();
        Expect.True(toKept.TryGetTarget(out var target));
        Expect.Equal(3, target!.Number);
        Expect.False(toLost.TryGetTarget(out _));
        GC.KeepAlive(kept);
    }

    [KernelTest]
    public static void WeakReferencesThatAreDeadThemselvesGo()
    {
        ExpectNothingIsLeftBy(static () =>
        {
            for (var index = 0; index < 100; index++)
            {
                MakeWeak();
            }
        });

        // The list of cells must not lead through one that went.
        Leftovers.Churn();
        GC.Collect();
        Expect.Equal((nuint)0, KernelHeap.FindObjectFault());
        var kept = new Node { Number = 5 };
        var weak = new WeakReference<Node>(kept);
        GC.Collect();
        Expect.True(weak.TryGetTarget(out var target));
        Expect.Equal(5, target!.Number);
        GC.KeepAlive(kept);
    }

    [KernelTest]
    public static void AFinalizerRunsOnceAndThenTheObjectGoes()
    {
        s_finalized = 0;
        var weak = MakeFinalizable(false, out var longWeak);
        Leftovers.ScrubStack();
        GC.Collect();
        Expect.False(IsAlive(weak));
        Expect.True(IsAlive(longWeak));
        GC.WaitForPendingFinalizers();
        Expect.Equal(1, s_finalized);
        Leftovers.ScrubStack();
        GC.Collect();
        Expect.False(IsAlive(longWeak));
        GC.WaitForPendingFinalizers();
        Expect.Equal(1, s_finalized);
    }

    /// <summary>Out of the call that runs it; those behind it are due still.</summary>
    [KernelTest]
    public static void AFinalizerThatThrowsEndsTheWaitForFinalizersAndNoMore()
    {
        s_finalized = 0;
        MakeThrowing(10);
        Leftovers.ScrubStack();
        GC.Collect();
        var thrown = 0;
        while (ThrowsFromFinalizers())
        {
            thrown++;
        }

        // What a register or the stack may still have is one of ten.
        Expect.True(s_finalized >= 9);
        Expect.Equal(s_finalized, thrown);
    }

    [KernelTest]
    public static void ASuppressedFinalizerDoesNotRun()
    {
        s_finalized = 0;
        MakeSuppressed();
        Leftovers.ScrubStack();
        GC.Collect();
        GC.WaitForPendingFinalizers();
        Expect.Equal(0, s_finalized);
    }

    [KernelTest]
    public static void AnObjectMayBeResurrectedAndFinalizedAgain()
    {
        s_finalized = 0;
        s_resurrected = null;
        MakeFinalizable(true, out _);
        Leftovers.ScrubStack();
        GC.Collect();
        GC.WaitForPendingFinalizers();
        Expect.Equal(1, s_finalized);
        GC.Collect();
        Leftovers.Churn();
        Expect.Equal(99, NumberOfResurrected());
        Reregister();
        Leftovers.ScrubStack();
        GC.Collect();
        GC.WaitForPendingFinalizers();
        Expect.Equal(2, s_finalized);
        s_resurrected = null;
    }

    [KernelTest]
    public static void AnExceptionInFlightKeepsWhatItRefersTo()
    {
        try
        {
            try
            {
                ThrowWithData();
            }
            finally
            {
                Leftovers.ScrubStack();
                GC.Collect();
                Leftovers.Churn();
            }
        }
        catch (CarryingException exception)
        {
            GC.Collect();
            CheckChain(exception.Chain, 20);
        }
    }

    [KernelTest(Isolated = true, TimeLimit = 300)]
    public static void TenMillionAllocationsFitIntoFourMebibytes()
    {
        ExpectNothingIsLeftBy(static () => Allocate(100_000));
        ExpectNothingIsLeftBy(static () => Allocate(5_000_000));
        Expect.True(KernelHeap.Statistics.Size <= 4 * 1024 * 1024);
        Expect.Equal((nuint)0, KernelHeap.FindObjectFault());
    }

    [KernelTest(TimeLimit = 120)]
    public static void RandomGraphsKeepWhatIsReachable()
    {
        var random = 12345u;
        var all = new WeakReference<Node>?[400];
        var numbers = new int[all.Length];
        var roots = new Node?[8];
        for (var round = 0; round < 60; round++)
        {
            RunRound(ref random, roots, all, numbers, round);
            Leftovers.ScrubStack();
            GC.Collect();
            CheckRound(roots, all, numbers);
        }
    }

    private static uint Next(ref uint random) => random = (random * 1664525) + 1013904223;

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void RunRound(ref uint random, Node?[] roots, WeakReference<Node>?[] all, int[] numbers, int round)
    {
        for (var index = 0; index < all.Length; index++)
        {
            if (all[index] is { } weak && weak.TryGetTarget(out _))
            {
                continue;
            }

            var node = new Node { Number = (round * 1000) + index };
            all[index] = new WeakReference<Node>(node);
            numbers[index] = node.Number;
            if (all[Next(ref random) % (uint)all.Length] is { } other && other.TryGetTarget(out var target))
            {
                node.Next = target;
            }

            if (all[Next(ref random) % (uint)all.Length] is { } from && from.TryGetTarget(out var source))
            {
                source.Value = new object?[] { node, source.Value };
            }

            if (Next(ref random) % 50 == 0)
            {
                roots[Next(ref random) % (uint)roots.Length] = node;
            }
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void CheckRound(Node?[] roots, WeakReference<Node>?[] all, int[] numbers)
    {
        // The shadow: what can be reached from the roots, found without the collector.
        var reachable = new HashSet<int>();
        var pending = new Stack<object>();
        foreach (var root in roots)
        {
            if (root is not null)
            {
                pending.Push(root);
            }
        }

        while (pending.Count > 0)
        {
            switch (pending.Pop())
            {
                case Node node when reachable.Add(node.Number):
                    if (node.Next is { } next)
                    {
                        pending.Push(next);
                    }

                    if (node.Value is { } value)
                    {
                        pending.Push(value);
                    }

                    break;

                case object?[] array:
                    foreach (var item in array)
                    {
                        if (item is not null)
                        {
                            pending.Push(item);
                        }
                    }

                    break;
            }
        }

        var kept = 0;
        for (var index = 0; index < all.Length; index++)
        {
            var isAlive = all[index]!.TryGetTarget(out var node);
            Expect.False(reachable.Contains(numbers[index]) && !isAlive);
            if (isAlive && !reachable.Contains(node!.Number))
            {
                kept++;
            }
        }

        // What the stack happens to hold may keep one graph or another, but not most of what is dead.
        Expect.True(kept <= all.Length / 2);
    }

    [System.Runtime.InteropServices.UnmanagedCallersOnly]
    private static nint MakeForRegister()
    {
        var node = new Node { Number = 71, Next = new Node { Number = 73 } };
        s_weak = new WeakReference<Node>(node);
        return Unsafe.As<Node, nint>(ref node);
    }

    /// <summary>Arrays of nodes; the last element of each is the next array, so that it is looked at before the nodes that came before it.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static object[] MakeLevels(int levels, int width)
    {
        object[]? next = null;
        for (; levels > 0; levels--)
        {
            var level = new object[width];
            for (var index = 0; index < width - 1; index++)
            {
                level[index] = new Node { Number = index, Next = new Node { Number = index + 1 } };
            }

            level[width - 1] = next!;
            next = level;
        }

        return next!;
    }

    /// <summary>Runs something twice: after the second time the heap is as after the first, to the byte.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void ExpectNothingIsLeftBy(Action action)
    {
        action();
        var before = LiveBytes();
        action();
        Expect.Equal(before, LiveBytes());
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static long LiveBytes()
    {
        Leftovers.ScrubStack();
        return GC.GetTotalMemory(true);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static bool IsAlive(WeakReference weak) => weak.IsAlive;

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Allocate(int count)
    {
        var window = new Node?[1000];
        for (var index = 0; index < count; index++)
        {
            window[index % window.Length] = new Node { Number = index };
        }

        for (var index = 0; index < window.Length; index++)
        {
            Expect.Equal(count - window.Length + index, window[index]!.Number);
        }
    }

    /// <summary>Writes over what calls before this one have left below the stack.</summary>

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void MakeCycles(int count)
    {
        for (var index = 0; index < count; index++)
        {
            var first = new Node();
            first.Next = new Node { Next = first };
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void MakeAndCheckList(int length)
    {
        var list = MakeChain(length);
        GC.Collect();
        Expect.True(KernelHeap.LastCollection.LiveObjects >= (ulong)length);
        CheckChain(list, length);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static Node MakeChain(int length)
    {
        Node? first = null;
        for (var index = length - 1; index >= 0; index--)
        {
            first = new Node { Next = first, Number = index };
        }

        return first!;
    }

    private static void CheckChain(Node? chain, int length)
    {
        for (var index = 0; index < length; index++, chain = chain.Next)
        {
            Expect.Equal(index, chain!.Number);
        }

        Expect.True(chain is null);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void MakeAndCheckTree(int depth)
    {
        var tree = MakeTree(depth);
        GC.Collect();
        Expect.True(KernelHeap.LastCollection.LiveObjects >= (1UL << (depth + 1)) - 1);
        Expect.Equal((1 << (depth + 1)) - 1, CountTree(tree));
    }

    private static Node MakeTree(int depth) =>
        depth == 0 ? new Node { Number = 1 } : new Node { Next = MakeTree(depth - 1), Value = MakeTree(depth - 1), Number = 1 };

    private static int CountTree(Node? tree) => tree is null ? 0 : tree.Number + CountTree(tree.Next) + CountTree((Node?)tree.Value);

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static int[] MakeArray(int length)
    {
        var array = new int[length];
        for (var index = 0; index < length; index++)
        {
            array[index] = index;
        }

        return array;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static Func<int> MakeClosure()
    {
        var chain = MakeChain(10);
        return () =>
        {
            var sum = 0;
            for (var node = chain; node is not null; node = node.Next)
            {
                sum += node.Number;
            }

            return sum;
        };
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static Pair[] MakePairs(int length)
    {
        var pairs = new Pair[length];
        for (var index = 0; index < length; index++)
        {
            pairs[index] = new Pair { Left = new Node { Number = index }, Between = -1, Right = new Node { Number = index + 1 } };
        }

        return pairs;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static Dictionary<string, Node> MakeDictionary(int count)
    {
        var dictionary = new Dictionary<string, Node>();
        for (var index = 0; index < count; index++)
        {
            dictionary.Add(index.ToString(), new Node { Number = index });
        }

        return dictionary;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static nint MakeHandle(GCHandleType type, int number) => GCHandle.ToIntPtr(GCHandle.Alloc(new Node { Number = number }, type));

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static int NumberOf(nint handle) => ((Node)GCHandle.FromIntPtr(handle).Target!).Number;

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static WeakReference<Node> MakeWeak() => new(new Node { Number = 4 });

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static WeakReference MakeFinalizable(bool resurrects, out WeakReference longWeak)
    {
        var made = new Finalizable(resurrects);
        longWeak = new WeakReference(made, trackResurrection: true);
        return new WeakReference(made);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void MakeSuppressed() => GC.SuppressFinalize(new Finalizable(false));

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Reregister()
    {
        GC.ReRegisterForFinalize(s_resurrected!);
        s_resurrected = null;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static int NumberOfResurrected() => ((Finalizable)s_resurrected!).Payload.Number;

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void ThrowWithData() => throw new CarryingException(MakeChain(20));

    private struct Pair
    {
        internal Node? Left;
        internal long Between;
        internal object? Right;
    }

    private static bool ThrowsFromFinalizers()
    {
        try
        {
            GC.WaitForPendingFinalizers();
            return false;
        }
        catch (InvalidOperationException)
        {
            return true;
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void MakeThrowing(int count)
    {
        for (var index = 0; index < count; index++)
        {
            GC.KeepAlive(new Throwing());
        }
    }

    private sealed class Node
    {
        /// <summary>Bytes: header, type, two references, a number and four bytes of padding.</summary>
        internal const int Size = 40;

        internal Node? Next;
        internal object? Value;
        internal int Number;
    }

    private sealed class CarryingException(Node chain) : Exception("It carries a chain.")
    {
        internal Node Chain { get; } = chain;
    }

    private sealed class Throwing
    {
        ~Throwing()
        {
            s_finalized++;
            throw new InvalidOperationException("It cannot be finalized.");
        }
    }

    private sealed class Finalizable(bool resurrects)
    {
        internal Node Payload { get; } = new() { Number = 99 };

        ~Finalizable()
        {
            s_finalized++;
            if (resurrects)
            {
                s_resurrected = this;
            }
        }
    }
}
