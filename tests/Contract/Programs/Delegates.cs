// Delegates: to static, instance and virtual methods, to an interface's method, with captured variables; their calls.
using System.Runtime;

internal static class Delegates
{
    private static Operation? s_kept;

    internal delegate int Operation(int value);

    [RuntimeExport("contract_to_static")]
    public static void ToStatic() => s_kept = Twice;

    [RuntimeExport("contract_to_instance")]
    public static void ToInstance(Counter counter) => s_kept = counter.Add;

    [RuntimeExport("contract_to_virtual")]
    public static void ToVirtual(Counter counter) => s_kept = counter.Multiply;

    [RuntimeExport("contract_to_interface")]
    public static void ToInterface(IOperation operation)
    {
        operation = operation is null ? new Counter() : operation.Apply(0) == 1 ? new Other() : new Third();
        s_kept = operation.Apply;
    }

    [RuntimeExport("contract_closure")]
    public static void Closure(int captured) => s_kept = value => value + captured;

    [RuntimeExport("contract_call")]
    public static int Call(Operation operation) => operation(3);

    private static int Twice(int value) => value * 2;

    internal interface IOperation
    {
        int Apply(int value);
    }

    internal class Counter : IOperation
    {
        public int Count;

        public int Add(int value) => Count += value;

        public virtual int Multiply(int value) => Count *= value;

        public int Apply(int value) => Add(value);
    }

    internal sealed class Other : Counter, IOperation
    {
        public override int Multiply(int value) => 0;

        int IOperation.Apply(int value) => 1;
    }

    internal sealed class Third : IOperation
    {
        public int Apply(int value) => 3;
    }
}
