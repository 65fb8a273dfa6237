using System;
using System.Collections.Generic;
using System.Collections.ObjectModel;
using System.Linq;

namespace Tarn.Conformance;

/// <summary>A shop's inventory: interfaces, events, a repository with generics, reports with LINQ, decimals, TimeSpan, validation with exceptions.</summary>
public static class Inventory
{
    private enum Category
    {
        Food,
        Tools,
        Books,
    }

    private interface IEntity<TKey> where TKey : IEquatable<TKey>
    {
        TKey Id { get; }
    }

    private sealed record Product(int Id, string Name, Category Category, decimal Price) : IEntity<int>
    {
        public required int Stock { get; init; }

        public TimeSpan? ShelfLife { get; init; }
    }

    private sealed record Sale(string Id, int ProductId, int Quantity, TimeSpan At) : IEntity<string>;

    private sealed class StockChangedEventArgs(Product before, Product after) : EventArgs
    {
        public Product Before { get; } = before;

        public Product After { get; } = after;
    }

    private class Repository<TKey, TEntity> where TKey : IEquatable<TKey>, IComparable<TKey> where TEntity : class, IEntity<TKey>
    {
        private readonly SortedDictionary<TKey, TEntity> _entities = [];

        public virtual TEntity this[TKey id] =>
            _entities.TryGetValue(id, out var entity) ? entity : throw new KeyNotFoundException($"no {typeof(TEntity).Name} {id}");

        public int Count => _entities.Count;

        public IEnumerable<TEntity> All => _entities.Values;

        public virtual void Add(TEntity entity)
        {
            ArgumentNullException.ThrowIfNull(entity);
            _entities.Add(entity.Id, entity);
        }

        protected void Replace(TEntity entity) => _entities[entity.Id] = entity;
    }

    private sealed class Stock : Repository<int, Product>
    {
        public event EventHandler<StockChangedEventArgs>? Changed;

        public void Take(int id, int quantity)
        {
            var before = this[id];
            ArgumentOutOfRangeException.ThrowIfNegativeOrZero(quantity);
            if (quantity > before.Stock)
            {
                throw new InvalidOperationException($"only {before.Stock} of {before.Name} left");
            }

            var after = before with { Stock = before.Stock - quantity };
            Replace(after);
            Changed?.Invoke(this, new StockChangedEventArgs(before, after));
        }
    }

    private static string Describe(Product product) => product switch
    {
        { Stock: 0 } => $"{product.Name} is gone",
        { Category: Category.Food, ShelfLife: { TotalDays: < 3 } life } => $"{product.Name} is fresh for {life.TotalHours} hours",
        { Price: > 50, Stock: var n and (> 0 and < 3) } => $"only {n} of the precious {product.Name}",
        { Category: Category.Books or Category.Tools } => $"{product.Name} keeps",
        _ => product.Name,
    };

    public static void Run()
    {
        var stock = new Stock();
        stock.Add(new(3, "hammer", Category.Tools, 19.95m) { Stock = 12 });
        stock.Add(new(1, "bread", Category.Food, 2.4m) { Stock = 30, ShelfLife = TimeSpan.FromHours(36) });
        stock.Add(new(2, "milk", Category.Food, 1.19m) { Stock = 8, ShelfLife = TimeSpan.FromDays(7) });
        stock.Add(new(5, "atlas", Category.Books, 89m) { Stock = 2 });
        stock.Add(new(4, "novel", Category.Books, 12.5m) { Stock = 5 });
        var log = new List<string>();
        stock.Changed += (_, change) => log.Add($"{change.Before.Name} {change.Before.Stock}->{change.After.Stock}");
        EventHandler<StockChangedEventArgs> warn = static (sender, change) =>
        {
            if (change.After.Stock < 3)
            {
                Console.WriteLine($"order {change.After.Name} ({((Stock)sender!).Count} products)");
            }
        };
        stock.Changed += warn;

        var sales = new Repository<string, Sale>();
        (int Product, int Quantity)[] wanted = [(1, 4), (2, 6), (3, 1), (5, 2), (1, 10), (9, 1), (4, 0), (5, 1), (2, -1), (4, 5)];
        for (var i = 0; i < wanted.Length; i++)
        {
            var (product, quantity) = wanted[i];
            try
            {
                stock.Take(product, quantity);
                sales.Add(new($"S{i:D3}", product, quantity, new TimeSpan(8, 7 * i, i)));
            }
            catch (Exception exception) when (exception is not NullReferenceException)
            {
                Console.WriteLine($"{exception.GetType().Name}: {exception.Message}");
            }
        }

        stock.Changed -= warn;
        stock.Take(1, 15);
        Console.WriteLine(string.Join("; ", log));
        foreach (var product in stock.All)
        {
            Console.WriteLine($"{product.Id,3} {product.Name,-8}|{product.Price,8:F2} {product.Stock,4} {product.Category} {product.ShelfLife?.ToString() ?? "-"}: {Describe(product)}");
        }

        var byCategory =
            from sale in sales.All
            join product in stock.All on sale.ProductId equals product.Id
            group (sale, product) by product.Category into g
            orderby g.Sum(x => x.sale.Quantity * x.product.Price) descending
            select new { Category = g.Key, Pieces = g.Sum(x => x.sale.Quantity), Revenue = g.Sum(x => x.sale.Quantity * x.product.Price), First = g.Min(x => x.sale.At) };
        foreach (var row in byCategory)
        {
            Console.WriteLine($"{row.Category,-6} {row.Pieces,3} {row.Revenue,10:N2} {row.First:c}");
        }

        Console.WriteLine(stock.All.GroupBy(x => x.Category).ToDictionary(x => x.Key, x => x.Average(y => y.Price)).OrderBy(x => x.Key).Aggregate("", (s, x) => s + $"{x.Key}={x.Value:0.###} "));
        Console.WriteLine(stock[5] with { Stock = 7 });
        var names = new ReadOnlyCollection<string>([.. stock.All.Select(x => x.Name)]);
        Console.WriteLine(names.Count + names[0] + names.IndexOf("novel") + names.Contains("nothing"));
        Console.WriteLine(sales.All.Last() + " " + (sales.All.Last() == new Sale("S009", 4, 5, new TimeSpan(9, 3, 9))));
    }
}
