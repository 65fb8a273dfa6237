namespace System.Buffers;

public abstract class ArrayPool<T>
{
    private static ArrayPool<T>? _shared;

    public static ArrayPool<T> Shared => _shared ??= new SharedArrayPool<T>();

    /// <summary>An array of at least <paramref name="minimumLength"/> elements, whose contents are arbitrary.</summary>
    public abstract T[] Rent(int minimumLength);

    public abstract void Return(T[] array, bool clearArray = false);
}
