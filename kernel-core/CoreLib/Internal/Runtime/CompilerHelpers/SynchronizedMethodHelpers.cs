using System.Threading;

namespace Internal.Runtime.CompilerHelpers;

/// <summary>ILC: called by name around the body of methods with <see cref="System.Runtime.CompilerServices.MethodImplOptions.Synchronized"/>.</summary>
internal static class SynchronizedMethodHelpers
{
    private static void MonitorEnter(object obj, ref bool lockTaken)
    {
        // The lock may be entered before the object is touched for the first time: nothing has asked yet whether it is null.
        Monitor.Enter(obj, ref lockTaken);
    }

    private static void MonitorExit(object obj, ref bool lockTaken)
    {
        if (lockTaken)
        {
            Monitor.Exit(obj);
            lockTaken = false;
        }
    }
}
