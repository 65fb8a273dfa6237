namespace Tarn.Tests.Kernel.Cases;

/// <summary>The program known as binary trees: one tree that stays, and many of all depths that do not. tests/BinaryTrees runs it on .NET.</summary>
internal static class BinaryTrees
{
    /// <summary>Makes and counts the trees.</summary>
    /// <param name="depth">Of the tree that stays, and at most of the others: they have depth 4, 8, …</param>
    /// <returns>How many nodes were counted.</returns>
    internal static long Build(int depth)
    {
        var stays = Make(depth);
        long nodes = 0;
        for (var current = 4; current <= depth; current += 4)
        {
            for (var count = 1 << (depth - current + 4); count > 0; count--)
            {
                nodes += Count(Make(current));
            }
        }

        return nodes + Count(stays);
    }

    private static Node Make(int depth) => depth == 0 ? new Node() : new Node { Left = Make(depth - 1), Right = Make(depth - 1) };

    private static int Count(Node tree) => tree.Left is null ? 1 : 1 + Count(tree.Left) + Count(tree.Right!);

    private sealed class Node
    {
        internal Node? Left;
        internal Node? Right;
    }
}
