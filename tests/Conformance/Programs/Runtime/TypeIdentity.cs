using System;
using System.Collections.Generic;

namespace Tarn.Conformance;

/// <summary>One object for each type, and what it knows of the type's kind and relations.</summary>
public static class TypeIdentity
{
    private interface IThing;

    private abstract class Thing : IThing;

    private sealed class Part : Thing;

    private struct Pair<TLeft, TRight>
    {
        public TLeft Left;
        public TRight Right;
    }

    private enum Level : short
    {
        Low,
    }

    private static bool Same<T>(object value) => value.GetType() == typeof(T);

    private static Type TypeOf<T>() => typeof(T);

    private static string Kind<T>()
    {
        if (typeof(T) == typeof(int))
        {
            return "int";
        }

        if (typeof(T) == typeof(string))
        {
            return "string";
        }

        return typeof(T).IsValueType ? "value" : "reference";
    }

    private static void Show(string name, Type type) =>
        Console.WriteLine(
            $"{name}: {type.IsValueType} {type.IsClass} {type.IsInterface} {type.IsEnum} {type.IsPrimitive} {type.IsArray} " +
            $"{type.IsGenericType} {type.IsPointer} {type.HasElementType}");

    public static void Run()
    {
        Console.WriteLine(
            $"{typeof(int) == typeof(int)} {typeof(int) == typeof(uint)} {ReferenceEquals(typeof(string), "x".GetType())} " +
            $"{typeof(int[]) == new int[0].GetType()}");
        Console.WriteLine(
            $"{Same<int>(1)} {Same<long>(1)} {Same<object>(new object())} {Same<object>("x")} {Same<Level>(Level.Low)} {Same<int?>(1)}");
        Console.WriteLine(
            $"{TypeOf<List<string>>() == typeof(List<string>)} {TypeOf<List<string>>() == typeof(List<object>)} " +
            $"{TypeOf<string>().Equals("s".GetType())} {TypeOf<Part>().GetHashCode() == new Part().GetType().GetHashCode()}");
        Console.WriteLine($"{Kind<int>()} {Kind<string>()} {Kind<long>()} {Kind<object>()} {Kind<Part>()}");
        Show("int", typeof(int));
        Show("bool", typeof(bool));
        Show("Level", typeof(Level));
        Show("Pair", typeof(Pair<int, string>));
        Show("Part", typeof(Part));
        Show("IThing", typeof(IThing));
        Show("object", typeof(object));
        Show("int[]", typeof(int[]));
        Show("int[,]", typeof(int[,]));
        Show("string", typeof(string));
        Show("int?", typeof(int?));
        Show("Action", typeof(Action));
        Show("Enum", typeof(Enum));
        Show("ValueType", typeof(ValueType));
        unsafe
        {
            Show("int*", typeof(int*));
        }

        Console.WriteLine(
            $"{typeof(Part).BaseType == typeof(Thing)} {typeof(object).BaseType is null} {typeof(int).BaseType == typeof(ValueType)} " +
            $"{typeof(Level).BaseType == typeof(Enum)} {typeof(int[]).BaseType == typeof(Array)} {typeof(IThing).BaseType is null}");
        Console.WriteLine(
            $"{typeof(int[]).GetElementType() == typeof(int)} {typeof(string[][]).GetElementType() == typeof(string[])} " +
            $"{typeof(int).GetElementType() is null} {typeof(int[,]).GetArrayRank()} {typeof(int[]).GetArrayRank()}");
        Console.WriteLine(
            $"{typeof(Thing).IsAssignableFrom(typeof(Part))} {typeof(Part).IsAssignableFrom(typeof(Thing))} " +
            $"{typeof(IThing).IsAssignableFrom(typeof(Part))} {typeof(object).IsAssignableFrom(typeof(int))} " +
            $"{typeof(int?).IsAssignableFrom(typeof(int))} {typeof(object[]).IsAssignableFrom(typeof(string[]))}");
        Console.WriteLine(
            $"{typeof(IEnumerable<object>).IsAssignableFrom(typeof(IEnumerable<string>))} {typeof(Part).IsAssignableTo(typeof(IThing))} " +
            $"{typeof(Part).IsSubclassOf(typeof(Thing))} {typeof(Part).IsSubclassOf(typeof(Part))} " +
            $"{typeof(Thing).IsInstanceOfType(new Part())} {typeof(Part).IsInstanceOfType(null)}");
        Console.WriteLine(
            $"{typeof(List<int>).GetGenericTypeDefinition() == typeof(List<>)} " +
            $"{typeof(Pair<int, string>).GenericTypeArguments[1] == typeof(string)} {typeof(int).GenericTypeArguments.Length} " +
            $"{typeof(List<>).IsGenericTypeDefinition} {typeof(List<int>).IsConstructedGenericType}");
        object boxed = new Pair<int, string>();
        Console.WriteLine(
            $"{boxed.GetType() == typeof(Pair<int, string>)} {boxed.GetType() == typeof(Pair<int, object>)} " +
            $"{typeof(Pair<,>) == boxed.GetType().GetGenericTypeDefinition()}");
        var types = new Dictionary<Type, int> { [typeof(int)] = 1, [typeof(string)] = 2, [typeof(Part)] = 3 };
        Console.WriteLine($"{types[1.GetType()]} {types["x".GetType()]} {types[new Part().GetType()]} {types.ContainsKey(typeof(long))}");
        Console.WriteLine(Type.GetTypeFromHandle(typeof(Part).TypeHandle) == typeof(Part));
    }
}
