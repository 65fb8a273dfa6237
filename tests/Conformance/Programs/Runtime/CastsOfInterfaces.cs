using System;

namespace Tarn.Conformance;

/// <summary>Type tests and casts to interfaces: inherited, generic, on structs, missing.</summary>
public static class CastsOfInterfaces
{
    private interface INamed;

    private interface INumbered;

    private interface INamedAndNumbered : INamed, INumbered;

    private interface IHolder<T>;

    private class Named : INamed;

    private class Both : INamedAndNumbered, IHolder<int>, IHolder<string>;

    private sealed class Derived : Both;

    private struct Value : INumbered, IHolder<Value>;

    public static void Run()
    {
        object?[] objects = [new Named(), new Both(), new Derived(), new Value(), new object(), null];
        foreach (var value in objects)
        {
            Console.WriteLine(
                $"{value is INamed} {value is INumbered} {value is INamedAndNumbered} {value is IHolder<int>} {value is IHolder<string>} " +
                $"{value is IHolder<object>} {value is IHolder<Value>}");
        }

        object derived = objects[2]!;
        Console.WriteLine(ReferenceEquals((INamedAndNumbered)derived, derived));
        Console.WriteLine(ReferenceEquals((IHolder<string>)derived, derived));
        Console.WriteLine((derived as IHolder<Value>) is null);
        Console.WriteLine(((INamed?)objects[5]) is null);
        var numbered = (INumbered)objects[3]!;
        Console.WriteLine(numbered is Value);
    }
}
