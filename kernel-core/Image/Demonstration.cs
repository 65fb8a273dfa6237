using System;
using System.Collections.Generic;
using System.Runtime.CompilerServices;
using System.Threading.Tasks;

namespace Tarn.Image;

/// <summary>Shows what the parts are good for: memory with an owner, objects of a collection, and an <c>async</c> method.</summary>
internal static class Demonstration
{
    private const int Elements = 500;

    /// <summary>Says five lines. The last one only when the method that it awaits has had to wait.</summary>
    internal static async Task RunAsync()
    {
        ShowOwners();
        Console.WriteLine($"async number: {await NumberAsync()}");
    }

    private static void ShowOwners()
    {
        using var value = new Box<int>(41);
        Console.WriteLine($"heap value at 0x{value.Address:x}");

        var list = new List<int>();
        for (var element = 0; element < Elements; element++)
        {
            list.Add(element);
        }

        Console.WriteLine($"list at 0x{Unsafe.As<List<int>, nuint>(ref list):x}");

        var first = new Rc<int>(1);
        using var second = first.Share();
        Console.WriteLine($"reference count is {second.StrongCount}");
        first.Dispose();
        Console.WriteLine($"reference count is {second.StrongCount} now");
    }

    private static async Task<int> NumberAsync()
    {
        await Task.Yield();
        return 42;
    }
}
