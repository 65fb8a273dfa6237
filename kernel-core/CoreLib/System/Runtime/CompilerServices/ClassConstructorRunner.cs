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
    /// <summary>Set in a constructor's address: it threw, and there was no memory left to remember what.</summary>
    private const nint ForgottenBit = 1;

    /// <summary>Types whose constructor threw, the latest first.</summary>
    private static TypeInitializationException? s_failures;

    /// <summary>For the first constructor that throws when there is no memory for an exception.</summary>
    private static TypeInitializationException? s_spare;

    /// <summary>For all others that do.</summary>
    private static TypeInitializationException? s_forgotten;

    /// <summary>Makes what is needed when there is no memory. Before the first static constructor runs.</summary>
    internal static void Preallocate()
    {
        s_spare = new TypeInitializationException(null);
        s_forgotten = new TypeInitializationException(OutOfMemoryException.Preallocated);
    }

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
        var constructor = context->cctorMethodAddress;
        if ((constructor & ForgottenBit) != 0)
        {
            throw s_forgotten!;
        }

        for (var failure = s_failures; failure is not null; failure = failure.Next)
        {
            if (failure.Context == context)
            {
                throw failure;
            }
        }

        context->cctorMethodAddress = 0;
        try
        {
            ((delegate*<void>)constructor)();
        }
        catch (Exception exception)
        {
            // Each later access comes here again.
            context->cctorMethodAddress = constructor;
            throw Remember(context, exception);
        }
    }

    /// <summary>Notes that a type's constructor threw, so that it does not run again.</summary>
    /// <returns>What each use of the type throws.</returns>
    private static TypeInitializationException Remember(StaticClassConstructionContext* context, Exception exception)
    {
        TypeInitializationException? failure;
        try
        {
            failure = TypeInitializationException.Of(CodeOf(context->cctorMethodAddress), exception);
        }
        catch (OutOfMemoryException)
        {
            failure = s_spare;
            s_spare = null;
            if (failure is null)
            {
                context->cctorMethodAddress |= ForgottenBit;
                return s_forgotten!;
            }

            failure.SetInnerException(exception);
        }

        failure.Context = context;
        failure.Next = s_failures;
        s_failures = failure;
        return failure;
    }

    /// <summary>The code that a function pointer leads to: code that instantiations share has its pointer in a pair with a dictionary.</summary>
    private static nint CodeOf(nint function) =>
        (function & FunctionPointerOperations.FatFunctionPointerBit) == 0 ? function : *(nint*)(function - FunctionPointerOperations.FatFunctionPointerBit);
}
