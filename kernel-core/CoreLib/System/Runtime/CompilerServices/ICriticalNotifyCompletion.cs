namespace System.Runtime.CompilerServices;

public interface ICriticalNotifyCompletion : INotifyCompletion
{
    /// <summary>The same. No execution context flows here, so there is none to leave out.</summary>
    void UnsafeOnCompleted(Action continuation);
}
