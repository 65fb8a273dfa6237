using System;
using System.Threading;

namespace Internal.Runtime.CompilerHelpers;

/// <summary>
/// ILC: called by name around the body of methods with <see cref="System.Runtime.CompilerServices.MethodImplOptions.Synchronized"/>.
/// </summary>
internal static unsafe class SynchronizedMethodHelpers
{
    private static void MonitorEnter(object obj, ref bool lockTaken) => Monitor.Enter(obj, ref lockTaken);

    private static void MonitorExit(object obj, ref bool lockTaken)
    {
        if (lockTaken)
        {
            Monitor.Exit(obj);
            lockTaken = false;
        }
    }

    /// <summary>What a static method locks: the object that <c>typeof</c> its class gives.</summary>
    private static object GetSyncFromClassHandle(MethodTable* methodTable) => Type.GetTypeFromMethodTable(methodTable);

    // For static generic methods whose code is shared the compiler asks for GetClassFromMethodParam, to which it gives the method's dictionary. Which class
    // the method is of is not in there. So there is no such method here, and who needs it gets an error of the build.
}
