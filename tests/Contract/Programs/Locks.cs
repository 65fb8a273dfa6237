// lock on an object, and on System.Threading.Lock.
using System.Runtime;
using System.Threading;

internal static class Locks
{
    private static int s_count;

    [RuntimeExport("contract_lock")]
    public static void OnObject(object gate)
    {
        lock (gate)
        {
            s_count++;
        }
    }

    [RuntimeExport("contract_lock_type")]
    public static void OnLock(Lock gate)
    {
        lock (gate)
        {
            s_count++;
        }
    }
}
