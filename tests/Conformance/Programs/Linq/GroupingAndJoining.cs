using System;
using System.Collections.Generic;
using System.Linq;

namespace Tarn.Conformance;

/// <summary>LINQ: GroupBy, ToLookup, Join, GroupJoin, LeftJoin, RightJoin, ToDictionary, ToHashSet.</summary>
public static class GroupingAndJoining
{
    private sealed record Order(int Id, string Customer, decimal Total);

    private sealed record Customer(string Name, string City);

    private static void Try(string title, Action work)
    {
        try
        {
            work();
        }
        catch (Exception exception)
        {
            Console.WriteLine(title + ": " + exception.GetType().Name + ", " + exception.Message);
        }
    }

    public static void Run()
    {
        Order[] orders = [new(1, "Ada", 10.5m), new(2, "Bo", 3m), new(3, "Ada", 7.25m), new(4, "Zoe", 99m), new(5, "Bo", 1m)];
        Customer[] customers = [new("Ada", "London"), new("Bo", "Oslo"), new("Cy", "Rome")];
        foreach (var group in orders.GroupBy(x => x.Customer))
        {
            Console.WriteLine(group.Key + " " + group.Count() + " " + group.Sum(x => x.Total) + " " + string.Join(",", group.Select(x => x.Id)));
        }

        foreach (var group in orders.GroupBy(x => x.Total > 5, x => x.Id))
        {
            Console.WriteLine(group.Key + " " + string.Join(",", group));
        }

        Console.WriteLine(string.Join("; ", orders.GroupBy(x => x.Id % 2, (key, items) => key + ":" + items.Count())));
        Console.WriteLine(string.Join("; ", orders.GroupBy(x => x.Customer[0], x => x.Total, (key, items) => key + ":" + items.Max())));
        Console.WriteLine(string.Join("; ", orders.GroupBy(x => x.Customer.ToLowerInvariant() + x.Id, StringComparer.OrdinalIgnoreCase).Select(x => x.Key)));
        var query = from x in orders group x by new { x.Customer, Large = x.Total > 5 } into g orderby g.Key.Customer.Length, g.Count() descending select g;
        foreach (var group in query)
        {
            Console.WriteLine(group.Key + " " + string.Join(",", group.Select(x => x.Id)));
        }

        var lookup = orders.ToLookup(x => x.Customer, x => x.Total);
        Console.WriteLine(lookup.Count + " " + lookup["Ada"].Sum() + " " + lookup["nobody"].Count() + " " + lookup.Contains("Bo") + lookup.Contains("Cy"));
        Console.WriteLine(string.Join(" ", lookup.Select(x => x.Key + x.Count())));

        Console.WriteLine(string.Join("; ", customers.Join(orders, x => x.Name, x => x.Customer, (c, o) => c.City + o.Id)));
        Console.WriteLine(string.Join("; ", customers.GroupJoin(orders, x => x.Name, x => x.Customer, (c, o) => c.Name + o.Count())));
        Console.WriteLine(string.Join("; ", customers.LeftJoin(orders, x => x.Name, x => x.Customer, (c, o) => c.Name + (o?.Id ?? -1))));
        Console.WriteLine(string.Join("; ", customers.RightJoin(orders, x => x.Name, x => x.Customer, (c, o) => (c?.City ?? "nowhere") + o.Id)));
        Console.WriteLine(string.Join("; ", from c in customers join o in orders on c.Name equals o.Customer into all from o in all.DefaultIfEmpty() select c.Name + o?.Total));
        Console.WriteLine(string.Join("; ", from c in customers join o in orders on (c.Name, true) equals (o.Customer, o.Total > 5) select (c.City, o.Total)));

        var byId = orders.ToDictionary(x => x.Id);
        var totals = orders.ToDictionary(x => "#" + x.Id, x => x.Total);
        Console.WriteLine(byId[4].Customer + " " + totals["#5"] + " " + byId.Count + " " + byId.Where(x => x.Key > 3).Sum(x => x.Value.Total));
        Console.WriteLine(new[] { ("a", 1), ("b", 2) }.ToDictionary()["b"] + " " + new[] { KeyValuePair.Create(1, 'x') }.ToDictionary()[1]);
        var set = orders.Select(x => x.Customer).ToHashSet();
        Console.WriteLine(set.Count + " " + set.Contains("Zoe") + " " + orders.Select(x => x.Customer).ToHashSet(StringComparer.OrdinalIgnoreCase).Contains("ZOE"));
        Try("twice", () => orders.ToDictionary(x => x.Customer));
        Try("null key", () => orders.ToDictionary(x => (string)null!));
        Try("null", () => orders.GroupBy((Func<Order, int>)null!));
        Try("null lookup", () => ((Order[])null!).ToLookup(x => x.Id));
        Console.WriteLine(string.Join(",", new string?[] { "a", null, "b", null }.GroupBy(x => x).Select(x => (x.Key ?? "null") + x.Count())));
    }
}
