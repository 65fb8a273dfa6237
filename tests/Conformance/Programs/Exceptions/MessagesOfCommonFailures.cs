using System;
using System.Collections.Generic;
using System.Text;
using System.Threading;

namespace Tarn.Conformance;

/// <summary>Type and message of what ordinary code runs into most: arguments, indexes, casts, collections.</summary>
public static class MessagesOfCommonFailures
{
    private enum Color
    {
        Red,
    }

    private interface IThing;

    private sealed class Thing : IThing;

    private static void Try(string what, Action action)
    {
        try
        {
            action();
            Console.WriteLine($"{what}: nothing");
        }
        catch (Exception exception)
        {
            Console.WriteLine($"{what}: {exception.GetType().FullName}: {exception.Message}");
            if (exception is ArgumentException { ParamName: var name })
            {
                Console.WriteLine("  of " + name);
            }
        }
    }

    public static void Run()
    {
        Arguments(null, -1, "");
        Indexes([1, 2, 3], new List<int> { 1, 2 }, "text", 7);
        Casts();
        Collections();
        Dictionaries();
        Locks();
    }

    private static void Arguments(string nothing, int negative, string empty)
    {
        Try("null", () => ArgumentNullException.ThrowIfNull(nothing));
        Try("null or empty", () => ArgumentException.ThrowIfNullOrEmpty(nothing));
        Try("empty", () => ArgumentException.ThrowIfNullOrEmpty(empty));
        Try("blank", () => ArgumentException.ThrowIfNullOrWhiteSpace(" "));
        Try("negative", () => ArgumentOutOfRangeException.ThrowIfNegative(negative));
        Try("negative or zero", () => ArgumentOutOfRangeException.ThrowIfNegativeOrZero(negative + 1));
        Try("zero", () => ArgumentOutOfRangeException.ThrowIfZero(negative + 1));
        Try("greater", () => ArgumentOutOfRangeException.ThrowIfGreaterThan(negative, -5));
        Try("greater or equal", () => ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(negative, -1));
        Try("less", () => ArgumentOutOfRangeException.ThrowIfLessThan(negative, 2L));
        Try("less or equal", () => ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(negative, -1));
        Try("equal", () => ArgumentOutOfRangeException.ThrowIfEqual(negative, -1));
        Try("not equal", () => ArgumentOutOfRangeException.ThrowIfNotEqual("a", "b"));
        Try("actual", () => throw new ArgumentOutOfRangeException("parameter", 5, "It is out of range."));
        Try("actual text", () => throw new ArgumentOutOfRangeException("parameter", "five", null));
        Try("actual null", () => throw new ArgumentOutOfRangeException("parameter", null, "It is out of range."));
        Try("named", () => throw new ArgumentOutOfRangeException("parameter"));
        Try("nameless", () => throw new ArgumentOutOfRangeException());
        Try("argument", () => throw new ArgumentException());
        Try("argument text", () => throw new ArgumentException("text", "name"));
        Try("null name", () => throw new ArgumentNullException());
        Try("null text", () => throw new ArgumentNullException("name", "text"));
        Try("disposed name", () => throw new ObjectDisposedException("name"));
        Try("disposed text", () => throw new ObjectDisposedException("name", "text"));
        Try("exception", () => throw new Exception());
        Try("not implemented", () => throw new NotImplementedException());
        Try("not supported", () => throw new NotSupportedException());
        Try("invalid operation", () => throw new InvalidOperationException());
        Try("canceled", () => throw new OperationCanceledException());
        Try("timeout", () => throw new TimeoutException());
        Try("key", () => throw new KeyNotFoundException());
        Try("format", () => throw new FormatException());
        Try("arithmetic", () => throw new ArithmeticException());
        Try("divide", () => throw new DivideByZeroException());
        Try("overflow", () => throw new OverflowException());
        Try("index", () => throw new IndexOutOfRangeException());
        Try("null reference", () => throw new NullReferenceException());
        Try("cast", () => throw new InvalidCastException());
        Try("rank", () => throw new RankException());
        Try("array type", () => throw new ArrayTypeMismatchException());
        Try("access", () => throw new UnauthorizedAccessException());
        Try("platform", () => throw new PlatformNotSupportedException());
        Try("system", () => throw new SystemException());
        Try("application", () => throw new ApplicationException());
        Try("aggregate", () => throw new AggregateException(new FormatException("a"), new RankException("b")));
        Try("aggregate of none", () => throw new AggregateException());
    }

    private static void Indexes(int[] array, List<int> list, string text, int index)
    {
        Try("array", () => array[index]++);
        Try("list", () => list[index]++);
        Try("list set", () => list[-1] = 5);
        Try("string", () => Console.WriteLine(text[index]));
        Try("span", () => Console.WriteLine(array.AsSpan()[index]));
        Try("span slice", () => array.AsSpan(2, 3));
        Try("span slice of span", () => array.AsSpan()[3..2].ToString());
        Try("substring", () => text.Substring(index));
        Try("substring negative", () => text.Substring(-1));
        Try("substring length", () => text.Substring(2, 5));
        Try("substring negative length", () => text.Substring(2, -5));
        Try("range of a string", () => Console.WriteLine(text[3..1]));
        Try("remove", () => text.Remove(index));
        Try("remove count", () => text.Remove(1, 9));
        Try("insert", () => text.Insert(index, "x"));
        Try("insert null", () => text.Insert(0, null));
        Try("index of null", () => text.IndexOf((string)null, StringComparison.Ordinal));
        Try("contains null", () => text.Contains(null));
        Try("starts with null", () => text.StartsWith(null, StringComparison.Ordinal));
        Try("replace empty", () => text.Replace("", "x"));
        Try("replace null", () => text.Replace(null, "x"));
        Try("pad", () => text.PadLeft(-1));
        Try("join null", () => string.Join(",", (string[])null));
        Try("repeat", () => Console.WriteLine(new string('x', -1)));
        Try("copy", () => Array.Copy(array, 0, new int[2], 0, 3));
        Try("copy negative", () => Array.Copy(array, 0, new int[2], 0, -3));
        Try("copy null", () => Array.Copy(null, array, 3));
        Try("copy to null", () => array.CopyTo(null, 0));
        Try("copy to", () => array.CopyTo(new int[3], 1));
        Try("span copy", () => array.AsSpan().CopyTo(new int[2]));
        Try("resize", () => Array.Resize(ref array, -1));
        Try("sort null", () => Array.Sort((int[])null));
        Try("length", () => Console.WriteLine(new int[-index].Length));
        Try("insert into list", () => list.Insert(index, 1));
        Try("remove from list", () => list.RemoveAt(index));
        Try("remove range", () => list.RemoveRange(1, 5));
        Try("range of list", () => list.GetRange(0, 9));
        Try("capacity", () => list.Capacity = 1);
        Try("negative capacity", () => new List<int>(-1).Clear());
        Try("list of null", () => new List<int>(null).Clear());
        Try("add null range", () => list.AddRange(null));
        Try("list copies", () => list.CopyTo(new int[1]));
        Try("for each null", () => list.ForEach(null));
        Try("find null", () => list.Find(null));
        Try("index", () => Console.WriteLine(new Index(-1)));
        Try("from end", () => Console.WriteLine(array[^9]));
        Try("builder", () => Console.WriteLine(new StringBuilder("abc")[5]));
        Try("nullable", () => Console.WriteLine(((int?)null).Value + array.Length));
    }

    private static void Casts()
    {
        object five = 5, text = "text", thing = new Thing(), nothing = null, texts = new string[1], color = Color.Red, numbers = new int[1];
        object list = new List<int>(), function = new Func<int, string>(_ => "");
        Try("class", () => Console.WriteLine((Thing)text));
        Try("interface", () => Console.WriteLine((IThing)text));
        Try("interface of framework", () => Console.WriteLine((IDisposable)thing));
        Try("unbox", () => Console.WriteLine((long)five));
        Try("unbox enum", () => Console.WriteLine((long)color));
        Try("unbox class", () => Console.WriteLine((int)text));
        Try("unbox null", () => Console.WriteLine((int)nothing));
        Try("unbox nullable", () => Console.WriteLine((long?)five));
        Try("array", () => Console.WriteLine((int[])texts));
        Try("array of base", () => Console.WriteLine((object[])numbers));
        Try("generic", () => Console.WriteLine((List<string>)list));
        Try("nested generic", () => Console.WriteLine((Dictionary<string, List<int>>)list));
        Try("delegate", () => Console.WriteLine((Action)function));
        Try("store", () => ((object[])texts)[0] = five);
        Try("for each", () =>
        {
            foreach (string value in new object[] { "text", 5 })
            {
                _ = value.Length;
            }
        });
    }

    private static void Collections()
    {
        var list = new List<int> { 1, 2, 3 };
        Try("list changed", () =>
        {
            foreach (var value in list)
            {
                list.Add(value);
            }
        });
        Try("dictionary changed", () =>
        {
            var map = new Dictionary<int, int> { [1] = 1, [2] = 2 };
            foreach (var (key, _) in map)
            {
                map[key + 10] = 1;
            }
        });
        Try("queue", () => new Queue<int>().Dequeue());
        Try("queue peek", () => new Queue<int>().Peek());
        Try("queue capacity", () => new Queue<int>(-1).Clear());
        Try("stack", () => new Stack<int>().Pop());
        Try("stack peek", () => new Stack<int>().Peek());
        Try("priority queue", () => new PriorityQueue<int, int>().Dequeue());
        Try("linked list", () => new LinkedList<int>().RemoveFirst());
        Try("linked list node", () => new LinkedList<int>().AddLast((LinkedListNode<int>)null));
        Try("linked list other", () =>
        {
            var node = new LinkedListNode<int>(1);
            new LinkedList<int>().AddLast(node);
            new LinkedList<int>().AddLast(node);
        });
        Try("enumerator", () =>
        {
            IEnumerator<int> enumerator = new List<int>().GetEnumerator();
            Console.WriteLine(((System.Collections.IEnumerator)enumerator).Current);
        });
        Try("set", () => new HashSet<int>((IEnumerable<int>)null).Clear());
        Try("set with", () => new HashSet<int>().UnionWith(null));
        Try("read only", () => ((ICollection<int>)new int[1]).Add(1));
        Try("read only clear", () => ((ICollection<int>)new int[1]).Clear());
        Try("read only list", () => ((ICollection<int>)list.AsReadOnly()).Add(1));
        Try("comparer", () => new List<object> { new Thing(), new Thing() }.Sort());
        Try("comparer throws", () => list.Sort((_, _) => throw new FormatException("of mine")));
    }

    private static void Dictionaries()
    {
        var texts = new Dictionary<string, int> { ["a"] = 1 };
        var numbers = new Dictionary<int, string> { [1] = "a" };
        Try("no text", () => Console.WriteLine(texts["b"]));
        Try("no number", () => Console.WriteLine(numbers[7]));
        Try("null key", () => Console.WriteLine(texts[null]));
        Try("null key added", () => texts.Add(null, 1));
        Try("twice", () => texts.Add("a", 2));
        Try("twice a number", () => numbers.Add(1, "b"));
        Try("sorted", () => Console.WriteLine(new SortedDictionary<string, int>()["x"]));
        Try("sorted twice", () => new SortedDictionary<int, int> { { 3, 1 }, { 3, 2 } }.Clear());
        Try("sorted list", () => Console.WriteLine(new SortedList<int, int>()[4]));
        Try("sorted list twice", () => new SortedList<int, int> { { 3, 1 }, { 3, 2 } }.Clear());
        Try("read only", () => Console.WriteLine(((IReadOnlyDictionary<string, int>)texts)["c"]));
    }

    private static void Locks()
    {
        object nothing = null;
        Try("lock null", () =>
        {
            lock (nothing)
            {
                Console.WriteLine("locked");
            }
        });
        Try("exit", () => Monitor.Exit(new Thing()));
        Try("exit lock", () => new Lock().Exit());
    }
}
