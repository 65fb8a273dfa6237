namespace System.Threading.Tasks;

/// <summary>A failure that nobody asked about.</summary>
public class UnobservedTaskExceptionEventArgs : EventArgs
{
    public UnobservedTaskExceptionEventArgs(AggregateException exception)
    {
        Exception = exception;
    }

    public AggregateException Exception { get; }

    public bool Observed { get; private set; }

    /// <summary>The failure needs no further report.</summary>
    public void SetObserved() => Observed = true;
}
