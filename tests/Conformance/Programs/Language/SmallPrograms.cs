using System;
using System.Collections.Generic;
using System.Text;

namespace Tarn.Conformance;

/// <summary>Programs one might write: an expression parser, a game of life, shortest paths, a text table, run-length coding.</summary>
public static class SmallPrograms
{
    private abstract record Expression
    {
        public sealed record Number(double Value) : Expression;

        public sealed record Variable(string Name) : Expression;

        public sealed record Binary(char Operator, Expression Left, Expression Right) : Expression;
    }

    private ref struct Parser(ReadOnlySpan<char> text)
    {
        private ReadOnlySpan<char> _rest = text;

        public Expression Parse() => ParseSum();

        private Expression ParseSum()
        {
            var left = ParseProduct();
            while (TryTake("+-", out var operation))
            {
                left = new Expression.Binary(operation, left, ParseProduct());
            }

            return left;
        }

        private Expression ParseProduct()
        {
            var left = ParseAtom();
            while (TryTake("*/", out var operation))
            {
                left = new Expression.Binary(operation, left, ParseAtom());
            }

            return left;
        }

        private Expression ParseAtom()
        {
            if (TryTake("(", out _))
            {
                var inner = ParseSum();
                TryTake(")", out _);
                return inner;
            }

            var length = 0;
            _rest = _rest.TrimStart();
            while (length < _rest.Length && (char.IsLetterOrDigit(_rest[length]) || _rest[length] == '.'))
            {
                length++;
            }

            var token = _rest[..length];
            _rest = _rest[length..];
            return char.IsDigit(token[0]) ? new Expression.Number(double.Parse(token)) : new Expression.Variable(token.ToString());
        }

        private bool TryTake(string options, out char taken)
        {
            _rest = _rest.TrimStart();
            taken = '\0';
            if (_rest.IsEmpty || !options.Contains(_rest[0]))
            {
                return false;
            }

            taken = _rest[0];
            _rest = _rest[1..];
            return true;
        }
    }

    public static void Run()
    {
        var variables = new Dictionary<string, double> { ["x"] = 3, ["rate"] = 0.5 };
        foreach (var text in new[] { "1 + 2 * 3", "(1+2)*3", "x * x - rate", "10/4/5", "2*(x+(1-rate))*4" })
        {
            var expression = new Parser(text).Parse();
            Console.WriteLine(Show(expression) + " = " + Evaluate(expression, variables));
        }

        var world = new bool[8, 8];
        foreach (var (row, column) in new[] { (0, 1), (1, 2), (2, 0), (2, 1), (2, 2) })
        {
            world[row, column] = true;
        }

        for (var generation = 0; generation < 12; generation++)
        {
            world = Step(world);
        }

        for (var row = 0; row < 8; row++)
        {
            var line = new StringBuilder();
            for (var column = 0; column < 8; column++)
            {
                line.Append(world[row, column] ? '#' : '.');
            }

            Console.WriteLine(line.ToString());
        }

        var roads = new Dictionary<char, List<(char To, int Length)>>
        {
            ['A'] = [('B', 7), ('C', 9), ('F', 14)],
            ['B'] = [('C', 10), ('D', 15)],
            ['C'] = [('D', 11), ('F', 2)],
            ['D'] = [('E', 6)],
            ['F'] = [('E', 9)],
        };
        Console.WriteLine(string.Join(" ", Distances(roads, 'A')));
        Console.WriteLine(Encode("aaabccddddde") + " " + Decode(Encode("aaabccddddde")));
        Console.WriteLine(string.Join(" ", Primes(60)));
        (string Item, int Count, double Price)[] rows = [("bolt", 12, 0.25), ("hammer", 1, 14.5), ("nail", 1000, 0.015)];
        foreach (var (item, count, price) in rows)
        {
            Console.WriteLine($"|{item,-8}|{count,6:N0}|{price,8:F3}|{count * price,9:F2}|");
        }
    }

    private static string Show(Expression expression) => expression switch
    {
        Expression.Number(var value) => value.ToString(),
        Expression.Variable(var name) => name,
        Expression.Binary(var operation, var left, var right) => $"({Show(left)} {operation} {Show(right)})",
        _ => "?",
    };

    private static double Evaluate(Expression expression, IReadOnlyDictionary<string, double> variables) => expression switch
    {
        Expression.Number { Value: var value } => value,
        Expression.Variable { Name: var name } => variables[name],
        Expression.Binary { Operator: '+' } sum => Evaluate(sum.Left, variables) + Evaluate(sum.Right, variables),
        Expression.Binary { Operator: '-' } difference => Evaluate(difference.Left, variables) - Evaluate(difference.Right, variables),
        Expression.Binary { Operator: '*' } product => Evaluate(product.Left, variables) * Evaluate(product.Right, variables),
        Expression.Binary quotient => Evaluate(quotient.Left, variables) / Evaluate(quotient.Right, variables),
        _ => double.NaN,
    };

    private static bool[,] Step(bool[,] world)
    {
        var size = world.GetLength(0);
        var next = new bool[size, size];
        for (var row = 0; row < size; row++)
        {
            for (var column = 0; column < size; column++)
            {
                var neighbours = 0;
                for (var i = 0; i < 9; i++)
                {
                    if (i != 4 && world[(row + (i / 3) - 1 + size) % size, (column + (i % 3) - 1 + size) % size])
                    {
                        neighbours++;
                    }
                }

                next[row, column] = neighbours == 3 || (neighbours == 2 && world[row, column]);
            }
        }

        return next;
    }

    private static SortedDictionary<char, int> Distances(Dictionary<char, List<(char To, int Length)>> roads, char start)
    {
        var distances = new SortedDictionary<char, int>();
        var queue = new PriorityQueue<char, int>();
        queue.Enqueue(start, 0);
        while (queue.TryDequeue(out var place, out var distance))
        {
            if (!distances.TryAdd(place, distance))
            {
                continue;
            }

            foreach (var (to, length) in roads.GetValueOrDefault(place, []))
            {
                queue.Enqueue(to, distance + length);
            }
        }

        return distances;
    }

    private static string Encode(string text)
    {
        var builder = new StringBuilder();
        for (var i = 0; i < text.Length;)
        {
            var start = i;
            while (i < text.Length && text[i] == text[start])
            {
                i++;
            }

            builder.Append(text[start]).Append(i - start);
        }

        return builder.ToString();
    }

    private static string Decode(string text)
    {
        var builder = new StringBuilder();
        for (var i = 0; i < text.Length; i += 2)
        {
            builder.Append(text[i], text[i + 1] - '0');
        }

        return builder.ToString();
    }

    private static IEnumerable<int> Primes(int limit)
    {
        var composite = new bool[limit];
        for (var candidate = 2; candidate < limit; candidate++)
        {
            if (composite[candidate])
            {
                continue;
            }

            yield return candidate;
            for (var multiple = candidate * candidate; multiple < limit; multiple += candidate)
            {
                composite[multiple] = true;
            }
        }
    }
}
