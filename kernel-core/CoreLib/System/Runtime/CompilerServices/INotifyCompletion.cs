namespace System.Runtime.CompilerServices;

public interface INotifyCompletion
{
    /// <summary>Has <paramref name="continuation"/> called once, when what is awaited is there.</summary>
    void OnCompleted(Action continuation);
}
