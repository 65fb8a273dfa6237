using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text;

namespace Tarn.Conformance;

/// <summary>A calculator: a tokenizer, a parser by precedence, a tree of records with visitors, variables, functions and derivatives.</summary>
public static class Calculator
{
    private enum TokenKind
    {
        Number,
        Name,
        Operator,
        Open,
        Close,
        End,
    }

    private readonly record struct Token(TokenKind Kind, string Text, int Position);

    private abstract record Expression
    {
        public abstract TResult Accept<TResult>(IVisitor<TResult> visitor);

        public virtual int Precedence => 10;
    }

    private sealed record Number(double Value) : Expression
    {
        public override TResult Accept<TResult>(IVisitor<TResult> visitor) => visitor.Visit(this);
    }

    private sealed record Variable(string Name) : Expression
    {
        public override TResult Accept<TResult>(IVisitor<TResult> visitor) => visitor.Visit(this);
    }

    private sealed record Negation(Expression Operand) : Expression
    {
        public override TResult Accept<TResult>(IVisitor<TResult> visitor) => visitor.Visit(this);

        public override int Precedence => 3;
    }

    private sealed record Binary(char Operator, Expression Left, Expression Right) : Expression
    {
        public override TResult Accept<TResult>(IVisitor<TResult> visitor) => visitor.Visit(this);

        public override int Precedence => Operator switch { '+' or '-' => 1, '*' or '/' => 2, _ => 4 };
    }

    private sealed record Call(string Function, Expression Argument) : Expression
    {
        public override TResult Accept<TResult>(IVisitor<TResult> visitor) => visitor.Visit(this);
    }

    private interface IVisitor<out TResult>
    {
        TResult Visit(Number number);

        TResult Visit(Variable variable);

        TResult Visit(Negation negation);

        TResult Visit(Binary binary);

        TResult Visit(Call call);
    }

    private sealed class SyntaxException(string message, int position) : Exception($"{message} at {position}");

    private sealed class Parser
    {
        private readonly List<Token> _tokens;
        private int _position;

        public Parser(string text)
        {
            _tokens = [.. Tokenize(text)];
        }

        private Token Current => _tokens[_position];

        public Expression Parse()
        {
            var expression = ParseSum();
            return Current.Kind == TokenKind.End ? expression : throw new SyntaxException($"unexpected {Current.Kind} '{Current.Text}'", Current.Position);
        }

        private static IEnumerable<Token> Tokenize(string text)
        {
            for (var i = 0; i < text.Length;)
            {
                var start = i;
                switch (text[i])
                {
                    case ' ':
                        i++;
                        continue;
                    case >= '0' and <= '9' or '.':
                        while (i < text.Length && (char.IsDigit(text[i]) || text[i] == '.'))
                        {
                            i++;
                        }

                        yield return new(TokenKind.Number, text[start..i], start);
                        break;
                    case var c when char.IsLetter(c):
                        while (i < text.Length && char.IsLetterOrDigit(text[i]))
                        {
                            i++;
                        }

                        yield return new(TokenKind.Name, text[start..i], start);
                        break;
                    case '(' or ')':
                        yield return new(text[i] == '(' ? TokenKind.Open : TokenKind.Close, text[i++].ToString(), start);
                        break;
                    case '+' or '-' or '*' or '/' or '^':
                        yield return new(TokenKind.Operator, text[i++].ToString(), start);
                        break;
                    default:
                        throw new SyntaxException($"bad character '{text[i]}'", i);
                }
            }

            yield return new(TokenKind.End, "", text.Length);
        }

        private bool Take(string operators, out char found)
        {
            found = Current is { Kind: TokenKind.Operator, Text: [var c] } && operators.Contains(c) ? c : '\0';
            _position += found == '\0' ? 0 : 1;
            return found != '\0';
        }

        private Expression ParseSum()
        {
            var left = ParseProduct();
            while (Take("+-", out var c))
            {
                left = new Binary(c, left, ParseProduct());
            }

            return left;
        }

        private Expression ParseProduct()
        {
            var left = ParseSigned();
            while (Take("*/", out var c))
            {
                left = new Binary(c, left, ParseSigned());
            }

            return left;
        }

        private Expression ParseSigned() => Take("-", out _) ? new Negation(ParseSigned()) : ParsePower();

        private Expression ParsePower()
        {
            var left = ParseAtom();
            return Take("^", out _) ? new Binary('^', left, ParseSigned()) : left;
        }

        private Expression ParseAtom()
        {
            var token = _tokens[_position++];
            switch (token)
            {
                case { Kind: TokenKind.Number }:
                    return double.TryParse(token.Text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value)
                        ? new Number(value)
                        : throw new SyntaxException($"bad number '{token.Text}'", token.Position);
                case { Kind: TokenKind.Name } when Current.Kind == TokenKind.Open:
                    _position++;
                    var argument = ParseSum();
                    Expect(TokenKind.Close);
                    return new Call(token.Text, argument);
                case { Kind: TokenKind.Name, Text: var name }:
                    return new Variable(name);
                case { Kind: TokenKind.Open }:
                    var inner = ParseSum();
                    Expect(TokenKind.Close);
                    return inner;
                default:
                    throw new SyntaxException($"unexpected {token.Kind}", token.Position);
            }
        }

        private void Expect(TokenKind kind)
        {
            if (Current.Kind != kind)
            {
                throw new SyntaxException($"expected {kind}, found {Current.Kind}", Current.Position);
            }

            _position++;
        }
    }

    private sealed class Evaluator(IReadOnlyDictionary<string, double> variables) : IVisitor<double>
    {
        public double Visit(Number number) => number.Value;

        public double Visit(Variable variable) => variables[variable.Name];

        public double Visit(Negation negation) => -negation.Operand.Accept(this);

        public double Visit(Binary binary) => (binary.Operator, binary.Left.Accept(this), binary.Right.Accept(this)) switch
        {
            ('+', var x, var y) => x + y,
            ('-', var x, var y) => x - y,
            ('*', var x, var y) => x * y,
            ('/', var x, var y) => x / y,
            (_, var x, var y) => Math.Pow(x, y),
        };

        public double Visit(Call call) => (call.Function, call.Argument.Accept(this)) switch
        {
            ("sqrt", var x) => Math.Sqrt(x),
            ("abs", var x) => Math.Abs(x),
            ("floor", var x) => Math.Floor(x),
            (var name, _) => throw new InvalidOperationException($"no function {name}"),
        };
    }

    private sealed class Printer : IVisitor<string>
    {
        public string Visit(Number number) => number.Value.ToString(CultureInfo.InvariantCulture);

        public string Visit(Variable variable) => variable.Name;

        public string Visit(Negation negation) => "-" + Wrap(negation.Operand, 3);

        public string Visit(Binary binary) =>
            new StringBuilder(Wrap(binary.Left, binary.Precedence)).Append(' ').Append(binary.Operator).Append(' ').Append(Wrap(binary.Right, binary.Precedence + 1)).ToString();

        public string Visit(Call call) => $"{call.Function}({call.Argument.Accept(this)})";

        private string Wrap(Expression expression, int precedence) =>
            expression.Precedence < precedence ? $"({expression.Accept(this)})" : expression.Accept(this);
    }

    private sealed class Derivative(string variable) : IVisitor<Expression>
    {
        public Expression Visit(Number number) => new Number(0);

        public Expression Visit(Variable name) => new Number(name.Name == variable ? 1 : 0);

        public Expression Visit(Negation negation) => Simplify(new Negation(negation.Operand.Accept(this)));

        public Expression Visit(Binary binary) => Simplify(binary switch
        {
            { Operator: '+' or '-' } => new Binary(binary.Operator, binary.Left.Accept(this), binary.Right.Accept(this)),
            { Operator: '*', Left: var u, Right: var v } =>
                new Binary('+', Simplify(new Binary('*', u.Accept(this), v)), Simplify(new Binary('*', u, v.Accept(this)))),
            { Operator: '^', Left: var u, Right: Number(var n) } =>
                new Binary('*', Simplify(new Binary('*', new Number(n), Simplify(new Binary('^', u, new Number(n - 1))))), u.Accept(this)),
            _ => throw new NotSupportedException($"derivative of {binary.Accept(new Printer())}"),
        });

        public Expression Visit(Call call) => throw new NotSupportedException($"derivative of {call.Function}");

        private static Expression Simplify(Expression expression) => expression switch
        {
            Binary('*', Number(0), _) or Binary('*', _, Number(0)) => new Number(0),
            Binary('*', Number(1), var x) => x,
            Binary('*', var x, Number(1)) => x,
            Binary('+', Number(0), var x) => x,
            Binary('+' or '-', var x, Number(0)) => x,
            Binary('^', var x, Number(1)) => x,
            Binary('+', Number(var x), Number(var y)) => new Number(x + y),
            Binary('*', Number(var x), Number(var y)) => new Number(x * y),
            Negation(Number(0)) => new Number(0),
            _ => expression,
        };
    }

    public static void Run()
    {
        var variables = new Dictionary<string, double> { ["x"] = 3, ["y"] = -0.5, ["pi"] = Math.PI };
        string[] lines =
        [
            "1 + 2 * 3", "(1 + 2) * 3", "2 ^ 3 ^ 2", "-2 ^ 2", "10 / 4 / 5", "10 - (4 - 5)", "x * x + 2 * x * y + y ^ 2", "sqrt(x + 6) * abs(y)",
            "-(-x)", "floor(pi * 100) / 100", "1 / 0", "0 / 0", "1 +", "2 * (3", "4 $ 4", "1.2.3", "z + 1", "sin(1)", "", "3 4", "x ^ 3 - 4 * x + 7",
        ];
        foreach (var line in lines)
        {
            try
            {
                var expression = new Parser(line).Parse();
                Console.WriteLine($"{expression.Accept(new Printer())} = {expression.Accept(new Evaluator(variables))}");
                Console.WriteLine($"    d/dx {expression.Accept(new Derivative("x")).Accept(new Printer())}");
            }
            catch (Exception exception) when (exception is SyntaxException or KeyNotFoundException or InvalidOperationException or NotSupportedException)
            {
                Console.WriteLine($"{line}: {exception.GetType().Name}: {exception.Message}");
            }
        }

        Console.WriteLine(new Parser("a*(b+1)").Parse());
        Console.WriteLine(new Parser("a * b").Parse() == new Parser("a*b").Parse());
        Console.WriteLine(string.Join(" ", lines.SelectMany(x => x).Where(char.IsLetter).Distinct().Order()));
    }
}
