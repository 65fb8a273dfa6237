// Virtual methods with type parameters of their own.
using System.Runtime;

internal static class GenericVirtualMethods
{
    private static object? s_kept;

    [RuntimeExport("contract_make")]
    public static void Make(int kind) => s_kept = kind switch
    {
        0 => new First(),
        1 => new Second(),
        _ => new Third(),
    };

    [RuntimeExport("contract_call_on_class")]
    public static object CallOnClass(First target, string value) => target.Wrap(value);

    [RuntimeExport("contract_call_on_interface")]
    public static object CallOnInterface(IWrapper target, string value) => target.Wrap(value);

    internal interface IWrapper
    {
        object Wrap<T>(T value);
    }

    internal class First : IWrapper
    {
        public virtual object Wrap<T>(T value) => this;
    }

    internal sealed class Second : First
    {
        public override object Wrap<T>(T value) => new T[1];
    }

    internal sealed class Third : IWrapper
    {
        public object Wrap<T>(T value) => new T[2];
    }
}
