using System;
using System.Collections;
using System.Collections.Generic;
using System.Collections.ObjectModel;

namespace Tarn.Conformance;

/// <summary>Collections of one's own, on the interfaces and base classes of the library.</summary>
public static class CustomCollections
{
    private sealed class Ring<T>(int capacity) : ICollection<T>
    {
        private readonly T[] _items = new T[capacity];
        private int _next;

        public int Count { get; private set; }

        public bool IsReadOnly => false;

        public void Add(T item)
        {
            _items[_next] = item;
            _next = (_next + 1) % _items.Length;
            Count = Math.Min(Count + 1, _items.Length);
        }

        public void Clear() => Count = 0;

        public bool Contains(T item) => Array.IndexOf(_items, item, 0, Count) >= 0;

        public void CopyTo(T[] array, int arrayIndex)
        {
            foreach (var item in this)
            {
                array[arrayIndex++] = item;
            }
        }

        public bool Remove(T item) => false;

        public IEnumerator<T> GetEnumerator()
        {
            for (var i = 0; i < Count; i++)
            {
                yield return _items[(_next - Count + i + _items.Length) % _items.Length];
            }
        }

        IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
    }

    private sealed class Audited : Collection<string>
    {
        public string Log { get; private set; } = "";

        protected override void InsertItem(int index, string item)
        {
            Log += "+" + item;
            base.InsertItem(index, item);
        }

        protected override void RemoveItem(int index)
        {
            Log += "-" + this[index];
            base.RemoveItem(index);
        }

        protected override void SetItem(int index, string item)
        {
            Log += "=" + item;
            base.SetItem(index, item);
        }

        protected override void ClearItems()
        {
            Log += "0";
            base.ClearItems();
        }
    }

    public static void Run()
    {
        var ring = new Ring<int>(3) { 1, 2, 3, 4, 5 };
        Console.WriteLine(string.Join(" ", ring) + " " + ring.Count + " " + ring.Contains(4) + " " + ring.Contains(1));
        Console.WriteLine(string.Join(",", new List<int>(ring)) + " " + new HashSet<int>(ring).Count);
        int[] spread = [0, .. ring, 9];
        Console.WriteLine(string.Join("", spread));

        var audited = new Audited { "a", "b" };
        audited.Insert(1, "c");
        audited[0] = "z";
        audited.Remove("b");
        audited.Remove("nothing");
        audited.RemoveAt(0);
        Console.WriteLine(audited.Log + " " + string.Join("", audited) + audited.IndexOf("c"));
        audited.Clear();
        Console.WriteLine(audited.Log + audited.Count);

        var source = new Dictionary<int, string> { [1] = "one" };
        var window = new ReadOnlyDictionary<int, string>(source);
        source[2] = "two";
        Console.WriteLine(
            window.Count + window[2] + window.ContainsKey(3) + ((IDictionary<int, string>)window).IsReadOnly +
            string.Join("", window.Values));
        IReadOnlyCollection<string> collection = new ReadOnlyCollection<string>(["p", "q"]);
        Console.WriteLine(collection.Count + string.Join("", collection));

        var lazyCalls = 0;
        var lazy = new Lazy<string>(() =>
        {
            lazyCalls++;
            return "made";
        });
        Console.WriteLine(lazy.IsValueCreated + lazy.Value + lazy.Value + lazyCalls + lazy.IsValueCreated);
        Console.WriteLine(new Lazy<int>(7).Value + " " + new Lazy<List<int>>(() => [1]).Value.Count);
    }
}
