// Calls through interfaces with more live implementations than a type check can tell apart: plain, variant, with default methods, on
// structs.
using System.Runtime;

internal static class InterfaceDispatch
{
    private static object? s_kept;

    [RuntimeExport("contract_make")]
    public static void Make(int kind) => s_kept = kind switch
    {
        0 => new First(),
        1 => new Second(),
        2 => new Third(),
        3 => new Fourth(),
        _ => (object)new Value { Field = kind },
    };

    [RuntimeExport("contract_call")]
    public static int Call(INumber value) => value.Number();

    [RuntimeExport("contract_default")]
    public static int Default(INumber value) => value.Twice();

    [RuntimeExport("contract_variant")]
    public static object Variant(ISource<object> source) => source.Take();

    internal interface INumber
    {
        int Number();

        int Twice() => Number() * 2;
    }

    internal interface ISource<out T>
    {
        T Take();
    }

    internal sealed class First : INumber, ISource<string>
    {
        public int Number() => 1;

        public string Take() => "first";
    }

    internal sealed class Second : INumber, ISource<Second>
    {
        public int Number() => 2;

        public int Twice() => 5;

        public Second Take() => this;
    }

    internal sealed class Third : INumber, ISource<object>
    {
        public int Number() => 3;

        public object Take() => this;
    }

    internal sealed class Fourth : INumber, ISource<Third>
    {
        public int Number() => 4;

        public Third Take() => new();
    }

    internal struct Value : INumber
    {
        public int Field;

        public readonly int Number() => Field;
    }
}
