using System.Runtime;
using Internal.Runtime;

namespace Tarn.Collecting;

/// <summary>Objects with a finalizer.</summary>
internal static unsafe class FinalizableObjects
{
    /// <summary>ILC: <c>new</c> of a class that has a finalizer.</summary>
    [RuntimeExport("RhpNewFinalizable")]
    private static object New(MethodTable* type)
    {
        var made = RuntimeExports.RhNewObject(type);
        Finalization.Register(made);
        return made;
    }
}
