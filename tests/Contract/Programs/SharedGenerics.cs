// Generic code shared by reference types: it looks up what it needs to know about its type argument.
using System.Runtime;

internal static class SharedGenerics
{
    private static object? s_kept;

    [RuntimeExport("contract_class")]
    public static void Class(int kind) => s_kept = kind == 0 ? new Maker<First>().Make() : new Maker<Second>().Make();

    [RuntimeExport("contract_method")]
    public static void Method(int kind) => s_kept = kind == 0 ? MakeArray<First>(3) : MakeArray<Second>(4);

    private static object MakeArray<T>(int count) => new T[count];

    internal sealed class First;

    internal sealed class Second;

    internal sealed class Maker<T>
        where T : new()
    {
        private static int s_made;

        public object Make()
        {
            s_made++;
            return new T();
        }
    }
}
