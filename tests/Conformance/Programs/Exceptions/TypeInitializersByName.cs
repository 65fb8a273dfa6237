using System;

namespace Tarn.Conformance;

/// <summary>A TypeInitializationException says which type it was: nested, generic, a struct.</summary>
public static class TypeInitializersByName
{
    private static class Plain
    {
        internal static readonly string Value = Fail("plain");
    }

    private static class WithConstructor
    {
        internal static string Value;

        static WithConstructor() => Value = Fail("with constructor");
    }

    private static class Outer
    {
        internal static class Inner
        {
            internal static readonly int Value = Fail("inner").Length;
        }
    }

    private struct Structure
    {
        internal static readonly long Value = Fail("structure").Length;
    }

    private static class Generic<T>
    {
        internal static readonly string Value = Fail("generic of " + typeof(T).Name);

        internal static class Nested<U>
        {
            internal static readonly int Value = Fail("nested generic of " + typeof(T).Name + typeof(U).Name).Length;
        }

        internal static string Text(T value) => Value + value;
    }

    private interface IWithStatics
    {
        static readonly string Value = Fail("interface");
    }

    private sealed class Depends
    {
        internal static readonly string Value = Plain.Value + "!";

        internal readonly string Own = Value;
    }

    private static string Fail(string what) =>
        what.Length > 0 ? throw new FormatException("The value of " + what + " is missing.") : what;

    private static void Try(Func<object> action)
    {
        TypeInitializationException first = null;
        for (var count = 0; count < 2; count++)
        {
            try
            {
                Console.WriteLine(action());
            }
            catch (TypeInitializationException exception)
            {
                Console.WriteLine(exception.Message);
                Console.WriteLine("  " + exception.TypeName);
                for (var inner = exception.InnerException; inner is not null; inner = inner.InnerException)
                {
                    Console.WriteLine("  " + inner.GetType().Name + ": " + inner.Message);
                }

                if (first is not null)
                {
                    Console.WriteLine(ReferenceEquals(first, exception));
                }

                first = exception;
            }
        }
    }

    private static string SharedValue<T>(T value) => Generic<T>.Text(value);

    public static void Run()
    {
        Try(() => Plain.Value);
        Try(() => WithConstructor.Value);
        Try(() => Outer.Inner.Value);
        Try(() => Structure.Value);
        Try(() => Generic<int>.Value);
        Try(() => Generic<string>.Value);
        Try(() => SharedValue("text"));
        Try(() => SharedValue(new object()));
        Try(() => SharedValue(5L));
        Try(() => Generic<string>.Nested<int>.Value);
        Try(() => Generic<int>.Nested<object>.Value);
        Try(() => IWithStatics.Value);
        Try(() => new Depends().Own);

        Console.WriteLine(new TypeInitializationException("Some.Type", new FormatException("inner")).Message);
        Console.WriteLine(new TypeInitializationException("Some.Type", null).TypeName);
        Console.WriteLine(new TypeInitializationException(null, null).Message);
        Console.WriteLine(new TypeInitializationException(null, null).TypeName.Length);
    }
}
