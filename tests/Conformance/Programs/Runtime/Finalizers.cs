using System;
using System.Runtime.CompilerServices;

namespace Tarn.Conformance;

/// <summary>Classes with finalizers are made and used like any other; whether one ever runs is nobody's business.</summary>
public static class Finalizers
{
    private class Handle
    {
        private int _value;

        public Handle(int value) => _value = value;

        ~Handle() => _value = -1;

        public int Value => _value;
    }

    private sealed class FileHandle(int value, string name) : Handle(value), IDisposable
    {
        public string Name => name;

        public void Dispose()
        {
            Console.WriteLine($"closed {name}");
            GC.SuppressFinalize(this);
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static Handle Make(int value) => value % 2 == 0 ? new Handle(value) : new FileHandle(value, "file");

    public static void Run()
    {
        var first = Make(4);
        var second = Make(5);
        Console.WriteLine($"{first.Value} {second.Value} {second is FileHandle}");
        using (var file = new FileHandle(6, "log"))
        {
            Console.WriteLine(file.Name);
        }

        GC.KeepAlive(first);
        GC.ReRegisterForFinalize(second);
        Console.WriteLine(second.Value);
    }
}
