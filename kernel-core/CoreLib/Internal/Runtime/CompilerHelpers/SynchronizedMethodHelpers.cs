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

    /// <summary>For static generic methods whose code is shared; which class they are called for cannot be found out.</summary>
    private static MethodTable* GetClassFromMethodParam(nint dictionary) =>
        throw new PlatformNotSupportedException("A static generic method that instantiations share cannot be synchronized.");
}
