namespace System.Threading.Channels;

/// <summary>A channel whose ends take and give items of one type.</summary>
public abstract class Channel<T> : Channel<T, T>
{
}
