using System;
using System.Collections.Generic;
using System.Runtime.CompilerServices;

namespace Tarn.Conformance;

/// <summary>Type tests for types of which no object is made, which objects of other types pass: variant delegates and interfaces, arrays of base classes.</summary>
public static class TypeTestsWithoutObjects
{
    private delegate T Maker<out T>();

    private delegate void Taker<in T>(T value);

    private class Base;

    private sealed class Derived : Base;

    private enum Colour
    {
        Red,
    }

    public static void Run()
    {
        Console.WriteLine(IsMakerOfBases(MakeMaker()));
        Console.WriteLine(((Maker<Base>)MakeMaker())() is Derived);
        Console.WriteLine(IsTakerOfDerived(MakeTaker()));
        ((Taker<Derived>)MakeTaker())(new Derived());
        Console.WriteLine(IsArrayOfBases(MakeArray()));
        Console.WriteLine(((Base[])MakeArray()).Length);
        Console.WriteLine(IsJaggedArrayOfBases(MakeJaggedArray()));
        Console.WriteLine(IsArrayOfUnsigned(MakeNumbers()));
        Console.WriteLine(IsArrayOfColours(MakeNumbers()));
        Console.WriteLine(IsListOfBases(MakeArray()));
        Console.WriteLine(Generic<Base>(MakeMaker()));
        Console.WriteLine(GenericArray<Base>(MakeArray()));
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static object MakeMaker() => (Maker<Derived>)(() => new Derived());

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static object MakeTaker() => (Taker<Base>)(value => Console.WriteLine(value is Derived));

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static object MakeArray() => new[] { new Derived() };

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static object MakeJaggedArray() => new Derived[1][];

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static object MakeNumbers() => new short[1];

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static bool IsMakerOfBases(object value) => value is Maker<Base>;

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static bool IsTakerOfDerived(object value) => value is Taker<Derived>;

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static bool IsArrayOfBases(object value) => value is Base[];

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static bool IsJaggedArrayOfBases(object value) => value is Base[][];

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static bool IsArrayOfUnsigned(object value) => value is ushort[];

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static bool IsArrayOfColours(object value) => value is Colour[];

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static bool IsListOfBases(object value) => value is IReadOnlyList<Base>;

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static bool Generic<T>(object value) => value is Maker<T>;

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static bool GenericArray<T>(object value) => value is T[];
}
