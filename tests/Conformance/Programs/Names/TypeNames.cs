using System;
using System.Collections.Generic;

/// <summary>A type without a namespace, and one inside of it.</summary>
public sealed class Rootless
{
    public sealed class Inner
    {
        public struct Innermost<T>;
    }
}

namespace Tarn.Conformance
{
    /// <summary>What types say that they are called.</summary>
    public static class TypeNames
    {
        private delegate void Notify(int code);

        private interface IVisitor<in TNode>;

        private enum Ünïcode : byte
        {
            Größe,
        }

        private struct Pair<TLeft, TRight>
        {
            public TLeft Left;
            public TRight Right;

            public sealed class Holder<TMore>
            {
                public TMore? More;
            }
        }

        private static void Show(Type type) =>
            Console.WriteLine($"{type.Name} | {type.Namespace ?? "-"} | {type}");

        private static void ShowFull(Type type)
        {
            Show(type);
            Console.WriteLine(type.FullName);
        }

        private static void ShowOf<T>() => ShowFull(typeof(T));

        public static unsafe void Run()
        {
            ShowOf<int>();
            ShowOf<string>();
            ShowOf<object>();
            ShowOf<nint>();
            ShowOf<decimal>();
            ShowOf<DayOfTheYear>();
            ShowOf<Ünïcode>();
            ShowOf<Notify>();
            ShowOf<IDisposable>();
            ShowOf<Rootless>();
            ShowOf<Rootless.Inner>();
            ShowFull(typeof(void));
            ShowFull(typeof(TypeNames));
            ShowFull(typeof(int[]));
            ShowFull(typeof(int[][]));
            ShowFull(typeof(string[,]));
            ShowFull(typeof(string[,][]));
            ShowFull(typeof(Rootless.Inner[,,]));
            ShowFull(typeof(byte*));
            ShowFull(typeof(byte**));
            ShowFull(typeof(List<>));
            ShowFull(typeof(Dictionary<,>));
            ShowFull(typeof(IVisitor<>));
            ShowFull(typeof(Pair<,>));
            ShowFull(typeof(Pair<,>.Holder<>));
            ShowFull(typeof(Rootless.Inner.Innermost<>));

            Show(typeof(List<int>));
            Show(typeof(List<int[]>));
            Show(typeof(List<int>[]));
            Show(typeof(Dictionary<string, List<object>>));
            Show(typeof(IVisitor<string>));
            Show(typeof(int?));
            Show(typeof((int, string)));
            Show(typeof(Func<int, bool>));
            Show(typeof(Pair<int, Rootless>.Holder<string>));
            Show(typeof(Rootless.Inner.Innermost<Rootless.Inner>));

            Console.WriteLine(new List<string>());
            Console.WriteLine(new Rootless.Inner());
            Console.WriteLine(new int[3]);
            Console.WriteLine(new Pair<int, char>().ToString());
            Console.WriteLine(new object());
            Console.WriteLine((object)new Notify(_ => { }));
            Console.WriteLine(new KeyNotFoundException().GetType());
        }

        private enum DayOfTheYear : short
        {
            First = 1,
        }
    }
}
