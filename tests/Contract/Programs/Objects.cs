// Objects: with fields, with a finalizer, and calls of virtual methods.
using System.Runtime;

internal static class Objects
{
    private static object? s_kept;

    [RuntimeExport("contract_new")]
    public static void New(int number) => s_kept = number == 0 ? new Plain() : number == 1 ? new Derived() : new FurtherDerived();

    [RuntimeExport("contract_new_finalizable")]
    public static void NewFinalizable() => s_kept = new Finalizable();

    [RuntimeExport("contract_virtual_call")]
    public static int VirtualCall(Plain value) => value.Number();

    internal class Plain
    {
        public int Field;

        public virtual int Number() => Field;
    }

    internal class Derived : Plain
    {
        public override int Number() => 7;
    }

    internal sealed class FurtherDerived : Derived
    {
        public override int Number() => 8;
    }

    internal sealed class Finalizable
    {
        ~Finalizable() => s_kept = null;
    }
}
