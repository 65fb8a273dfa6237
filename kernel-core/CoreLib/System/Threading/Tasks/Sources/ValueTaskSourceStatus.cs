namespace System.Threading.Tasks.Sources;

public enum ValueTaskSourceStatus
{
    Pending,
    Succeeded,
    Faulted,
    Canceled,
}
