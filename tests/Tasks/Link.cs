namespace System.Threading.Tasks;

/// <summary>In place of the core library's: a link is stored as .NET stores it.</summary>
internal static class Link
{
    internal static void Set<T>(ref T? link, T target)
        where T : class => link = target;

    internal static void Copy<T>(ref T? link, ref readonly T? source)
        where T : class => link = source;
}
