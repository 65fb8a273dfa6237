using System;
using System.Runtime.CompilerServices;

namespace Tarn.Conformance;

/// <summary>Methods that run before any other of their module.</summary>
public static class ModuleInitializers
{
    private static string s_trace = "";

    internal static int Count { get; private set; }

    [ModuleInitializer]
    internal static void First()
    {
        Count++;
        s_trace += "initialized";
    }

    public static void Run()
    {
        Console.WriteLine($"{Count} {s_trace}");
    }
}
