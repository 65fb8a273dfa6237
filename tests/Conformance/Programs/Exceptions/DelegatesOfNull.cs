using System;
using System.Collections.Generic;
using System.Runtime.CompilerServices;

namespace Tarn.Conformance;

/// <summary>Delegates to methods of nothing, and other calls whose target is looked up in an object that is not there.</summary>
public static class DelegatesOfNull
{
    private interface IThing
    {
        string Name();

        string Generic<T>();

        string Default() => "default";
    }

    private class Thing : IThing
    {
        public virtual string Name() => "thing";

        public virtual string Generic<T>() => typeof(T).Name;

        public string Plain() => "plain";

        public virtual event Action Happened;

        public void Raise() => Happened?.Invoke();
    }

    private sealed class Derived : Thing
    {
        public override string Name() => "derived";

        public override string Generic<T>() => "derived " + typeof(T).Name;
    }

    private class Box<T>
    {
        public virtual string Name() => "box of " + typeof(T).Name;

        public virtual string Of<U>() => typeof(T).Name + typeof(U).Name;

        public static Func<string> Make(Box<T> box) => box.Name;

        public static Func<string> MakeGeneric(Box<T> box) => box.Of<T>;
    }

    private sealed class Crate<T> : Box<T>
    {
        public override string Name() => "crate of " + typeof(T).Name;

        public override string Of<U>() => base.Of<U>() + "!";
    }

    private struct Pair : IThing
    {
        public string Name() => "pair";

        public string Generic<T>() => "pair " + typeof(T).Name;
    }

    private static void Try(string what, Func<string> action)
    {
        var log = "";
        try
        {
            try
            {
                log += action();
            }
            finally
            {
                log += " finally";
            }
        }
        catch (NullReferenceException)
        {
            log += " null";
        }
        catch (Exception exception)
        {
            log += " " + exception.GetType().Name + ": " + exception.Message;
        }

        Console.WriteLine(what + ":" + log);
    }

    private static Func<string> NameOf<T>(T value)
        where T : IThing => value.Name;

    private static Func<string> GenericOf<T>(IThing value) => value.Generic<T>;

    private static Func<string> GenericOfThing<T>(Thing value) => value.Generic<T>;

    public static void Run()
    {
        // Nothing first: what is looked up is not known yet. Then something, then nothing again.
        foreach (var isThere in new[] { false, true, false })
        {
            Thing thing = isThere ? new Derived() : null;
            IThing contract = isThere ? new Pair() : null;
            object value = isThere ? "text" : null;
            string text = isThere ? "text" : null;
            var strings = isThere ? new Crate<string>() : null;
            var numbers = isThere ? new Crate<int>() : null;
            List<string> list = isThere ? [] : null;
            IEnumerable<string> sequence = list;
            Func<string> function = isThere ? () => "function" : null;

            Try("object.ToString", () => ((Func<string>)value.ToString)());
            Try("object.GetHashCode", () => ((Func<int>)value.GetHashCode)() != 0 ? "hash" : "hash?");
            Try("string.ToString", () => ((Func<string>)text.ToString)());
            Try("virtual", () => ((Func<string>)thing.Name)());
            Try("interface", () => ((Func<string>)contract.Name)());
            Try("interface default", () => ((Func<string>)contract.Default)());
            Try("constrained", () => NameOf<IThing>(contract)());
            Try("constrained class", () => NameOf(thing)());
            Try("shared class", () => Box<string>.Make(strings)());
            Try("class of a number", () => Box<int>.Make(numbers)());
            Try("not virtual", () => ((Func<string>)(thing is null ? null : thing.Plain))());
            Try("list", () =>
            {
                Action<string> add = list.Add;
                add("x");
                return "added";
            });
            Try("enumerator", () => ((Func<IEnumerator<string>>)sequence.GetEnumerator)() is null ? "none" : "some");
            Try("delegate of delegate", () => ((Func<string>)function.Invoke)());
            Try("event", () =>
            {
                thing.Happened += () => { };
                thing.Raise();
                return "raised";
            });

            // Which override of a generic method is meant is not looked up in a kernel; that there is no object is found out all the same.
            if (!isThere)
            {
                Try("virtual generic", () => ((Func<string>)thing.Generic<string>)());
                Try("virtual generic of a number", () => ((Func<string>)thing.Generic<int>)());
                Try("shared virtual generic", () => GenericOfThing<string>(thing)());
                Try("interface generic", () => ((Func<string>)contract.Generic<string>)());
                Try("interface generic of a number", () => ((Func<string>)contract.Generic<int>)());
                Try("shared interface generic", () => GenericOf<string>(contract)());
                Try("shared class generic", () => Box<string>.MakeGeneric(strings)());
                Try("class of a number generic", () => Box<int>.MakeGeneric(numbers)());
                Try("call virtual generic", () => thing.Generic<string>());
                Try("call virtual generic of a number", () => thing.Generic<int>());
                Try("call interface generic", () => contract.Generic<string>());
                Try("call interface generic of a number", () => contract.Generic<int>());
                Try("call shared generic", () => strings.Of<object>());
            }

            Try("call virtual", () => thing.Name());
            Try("call interface", () => contract.Name());
            Try("call interface default", () => contract.Default());
            Try("call not virtual", () => thing.Plain());
            Try("call shared", () => strings.Name());
            Try("call delegate", () => function());
            Try("foreach", () =>
            {
                foreach (var item in sequence)
                {
                    return item;
                }

                return "empty";
            });
            Try("type", () => value.GetType().Name);
            Try("unbox", () => ((Pair)(object)contract).Name());
            Try("length", () => text.Length.ToString());
        }
    }
}
