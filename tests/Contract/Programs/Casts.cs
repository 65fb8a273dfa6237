// Casts and type tests: to classes that have derived ones, to sealed classes, to interfaces, to arrays, to type parameters.
using System.Runtime;

internal static class Casts
{
    private static object? s_kept;

    [RuntimeExport("contract_make")]
    public static void Make()
    {
        s_kept = new Base();
        s_kept = new Derived();
        s_kept = new Other();
        s_kept = new Third();
        s_kept = new Base[1];
        s_kept = new Holder<Base>();
        s_kept = new Holder<Other>();
    }

    [RuntimeExport("contract_to_class")]
    public static object ToClass(object value) => (Base)value;

    [RuntimeExport("contract_is_class")]
    public static bool IsClass(object value) => value is Base;

    [RuntimeExport("contract_to_sealed")]
    public static object ToSealed(object value) => (Other)value;

    [RuntimeExport("contract_to_interface")]
    public static object ToInterface(object value) => (IMark)value;

    [RuntimeExport("contract_as_interface")]
    public static object? AsInterface(object value) => value as IMark;

    [RuntimeExport("contract_to_array")]
    public static object ToArray(object value) => (Base[])value;

    [RuntimeExport("contract_is_array")]
    public static bool IsArray(object value) => value is Base[];

    [RuntimeExport("contract_to_parameter")]
    public static object ToParameter(object holder, object value) =>
        holder is Holder<Base> bases ? bases.Convert(value) : ((Holder<Other>)holder).Convert(value);

    internal interface IMark;

    internal class Base : IMark;

    internal sealed class Derived : Base;

    internal sealed class Other : IMark;

    internal sealed class Third;

    internal sealed class Holder<T>
        where T : class
    {
        public T Convert(object value) => (T)value;
    }
}
