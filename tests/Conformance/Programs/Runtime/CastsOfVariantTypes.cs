using System;

namespace Tarn.Conformance;

/// <summary>Co- and contravariance of interfaces and delegates, nested, mixed, and refused for value types.</summary>
public static class CastsOfVariantTypes
{
    private interface IProducer<out T>;

    private interface IConsumer<in T>;

    private interface IConverter<in TFrom, out TTo>;

    private interface IInvariant<T>;

    private sealed class StringProducer : IProducer<string>;

    private sealed class ObjectConsumer : IConsumer<object>;

    private sealed class Converter : IConverter<object, string>;

    private sealed class Nested : IProducer<IProducer<string>>, IConsumer<IProducer<object>>;

    private sealed class IntProducer : IProducer<int>;

    private sealed class Invariant : IInvariant<string>;

    private class Comparable : IProducer<Comparable>;

    private sealed class MoreComparable : Comparable;

    private delegate T Maker<out T>();

    private delegate void Taker<in T>(T value);

    public static void Run()
    {
        object producer = new StringProducer();
        Console.WriteLine(
            $"{producer is IProducer<object>} {producer is IProducer<string>} {producer is IProducer<IComparable>} " +
            $"{producer is IProducer<int>}");
        object consumer = new ObjectConsumer();
        Console.WriteLine(
            $"{consumer is IConsumer<string>} {consumer is IConsumer<object>} {consumer is IConsumer<int>} " +
            $"{consumer is IConsumer<int[]>}");
        object converter = new Converter();
        Console.WriteLine(
            $"{converter is IConverter<string, object>} {converter is IConverter<object, object>} {converter is IConverter<int, object>} " +
            $"{converter is IConverter<string, int>}");
        object nested = new Nested();
        Console.WriteLine(
            $"{nested is IProducer<IProducer<object>>} {nested is IProducer<object>} {nested is IConsumer<IProducer<string>>} " +
            $"{nested is IConsumer<object>}");
        object numbers = new IntProducer();
        Console.WriteLine(
            $"{numbers is IProducer<int>} {numbers is IProducer<object>} {numbers is IProducer<uint>} " +
            $"{numbers is IProducer<IComparable>}");
        object invariant = new Invariant();
        Console.WriteLine($"{invariant is IInvariant<string>} {invariant is IInvariant<object>}");
        object recursive = new MoreComparable();
        Console.WriteLine(
            $"{recursive is IProducer<Comparable>} {recursive is IProducer<MoreComparable>} {recursive is IProducer<IProducer<object>>} " +
            $"{recursive is IProducer<IProducer<Comparable>>}");

        // One of each type is made: the compiler takes a type test for false where it sees nobody make an object of exactly that type.
        Maker<object> anyMaker = () => 5;
        Taker<string> textTaker = text => Console.WriteLine(text.Length);
        Console.WriteLine(anyMaker());
        textTaker("four");
        object maker = (Maker<string>)(() => "made");
        Console.WriteLine(
            $"{maker is Maker<object>} {maker is Maker<string>} {maker is Maker<int>} {maker is Delegate} {maker is MulticastDelegate}");
        Console.WriteLine(((Maker<object>)maker)());
        object taker = (Taker<object>)(value => Console.WriteLine(value is string));
        Console.WriteLine($"{taker is Taker<string>} {taker is Taker<int>} {taker is Taker<object>}");
        ((Taker<string>)taker)("taken");
    }
}
