using Internal.Runtime;

namespace System.Runtime.CompilerServices;

/// <summary>
/// Runs static constructors, at the moment ECMA-335 (II.10.5.3.3) lets them run: before the first access that needs them. ILC: called by
/// name.
/// </summary>
/// <remarks>
/// A constructor that is running counts as having run, as it does in .NET for the thread that runs it: code that it calls sees the fields
/// as they are so far. There is no other thread that would have to wait.
/// </remarks>
internal static unsafe class ClassConstructorRunner
{
    private sealed class Failure(StaticClassConstructionContext* context, TypeInitializationException exception, Failure? next)
    {
        internal readonly StaticClassConstructionContext* Context = context;
        internal readonly TypeInitializationException Exception = exception;
        internal readonly Failure? Next = next;
    }

    /// <summary>Types whose constructor threw.</summary>
    private static Failure? s_failures;

    private static nint CheckStaticClassConstructionReturnNonGCStaticBase(StaticClassConstructionContext* context, nint nonGcStaticBase)
    {
        EnsureClassConstructorRun(context);
        return nonGcStaticBase;
    }

    private static object CheckStaticClassConstructionReturnGCStaticBase(StaticClassConstructionContext* context, object gcStaticBase)
    {
        EnsureClassConstructorRun(context);
        return gcStaticBase;
    }

    private static object CheckStaticClassConstructionReturnThreadStaticBase(
        TypeManagerSlot* module, int typeIndex, StaticClassConstructionContext* context)
    {
        var threadStaticBase = ThreadStatics.GetThreadStaticBaseForType(module, typeIndex);
        EnsureClassConstructorRun(context);
        return threadStaticBase;
    }

    private static void EnsureClassConstructorRun(StaticClassConstructionContext* context)
    {
        if (context->cctorMethodAddress != 0)
        {
            Run(context);
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Run(StaticClassConstructionContext* context)
    {
        for (var failure = s_failures; failure is not null; failure = failure.Next)
        {
            if (failure.Context == context)
            {
                throw failure.Exception;
            }
        }

        var constructor = context->cctorMethodAddress;
        context->cctorMethodAddress = 0;
        try
        {
            ((delegate*<void>)constructor)();
        }
        catch (Exception exception)
        {
            // Each later access comes here again.
            context->cctorMethodAddress = constructor;
            s_failures = new Failure(context, new TypeInitializationException(exception), s_failures);
            throw s_failures.Exception;
        }
    }
}
