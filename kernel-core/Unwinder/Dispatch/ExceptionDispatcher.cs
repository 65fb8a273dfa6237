using System;
using System.Diagnostics.CodeAnalysis;
using System.Runtime;
using System.Runtime.CompilerServices;

namespace Tarn.Unwinding;

/// <summary>Takes an exception from its throw to its handler, in two passes over the frames in between.</summary>
/// <remarks>
/// <code>
///   first pass    from the throw upwards: asks each method's catch clauses and filters, records the frame in the exception's trace.
///                 Nobody accepts: the exception is unhandled, and the stack is still as the throw left it.
///   second pass   the same way again: runs finally and fault blocks, up to the frame that catches
///   then          the catch clause runs, above all that on the stack, and tells where its method goes on
/// </code>
/// <para>
/// A handler may throw. Then the way up leads out of the handler to the dispatcher that called it, and from there not to the dispatcher's caller: those
/// frames have been left. It goes on in the frame that the handler belongs to, behind the handler's try block.
/// </para>
/// Nothing here allocates or throws.
/// </remarks>
internal static unsafe class ExceptionDispatcher
{
    /// <summary>No clause: all of a method's handlers are still to be asked.</summary>
    private const uint NoClause = HandlerTable.NoClause;

    [DoesNotReturn]
    [RuntimeExport("tarn_dispatch_throw")]
    private static void Throw(Exception? exception, ExceptionRecord* record)
    {
        // Throwing null throws a NullReferenceException (ECMA-335, III.4.31).
        exception ??= ExceptionHandling.MakeException(HardwareException.NullReference);
        exception.BeginStackTrace();
        Dispatch(exception, record, isRethrown: false);
    }

    /// <summary><c>throw;</c> in a catch clause, which is the latest that has begun.</summary>
    [DoesNotReturn]
    [RuntimeExport("tarn_dispatch_rethrow")]
    private static void Rethrow(nint unused, ExceptionRecord* record)
    {
        var caught = *UnwinderMachine.GetExceptions();
        if (caught is null)
        {
            FailFast.Panic("An exception was thrown again outside of a catch clause."u8);
        }

        var exception = Unsafe.As<nint, Exception>(ref caught->Exception);
        record->Fault = caught->Fault;
        Dispatch(exception, record, isRethrown: true);
    }

    [DoesNotReturn]
    [RuntimeExport("tarn_dispatch_fault")]
    private static void ThrowFault(HardwareException fault, ExceptionRecord* record)
    {
        var exception = ExceptionHandling.MakeException(fault);
        exception.BeginStackTrace();
        Dispatch(exception, record, isRethrown: false);
    }

    [DoesNotReturn]
    private static void Dispatch(Exception exception, ExceptionRecord* record, bool isRethrown)
    {
        var exceptions = UnwinderMachine.GetExceptions();
        if (*exceptions is not null && (*exceptions)->State == DispatchState.Searching)
        {
            // It comes out of the dispatcher itself, or out of the report of an exception that nobody catches.
            ExceptionHandling.ReportUnhandled(exception, record->Fault);
        }

        record->Exception = Unsafe.As<Exception, nint>(ref exception);
        record->State = DispatchState.Searching;
        record->Clause = NoClause;
        record->Previous = *exceptions;
        *exceptions = record;

        ref readonly var tables = ref *UnwinderMachine.GetTables();
        var place = new Place { Frame = record->Origin, After = NoClause };
        if (!TryFindCatch(in tables, exception, record, isRethrown, ref place, out var clause, out var firstFinally))
        {
            ExceptionHandling.ReportUnhandled(exception, record->Fault);
        }

        var target = place.Frame;
        if (firstFinally.Frame.StackPointer != 0)
        {
            RunFinally(in tables, record, ref firstFinally, in target, clause.Index);
        }

        if (clause.Handler != 0)
        {
            record->State = DispatchState.Handling;
            record->Clause = clause.Index;
            record->Frame = target;
            target.InstructionPointer = UnwinderMachine.CallFunclet(record->Exception, clause.Handler, record);
        }

        // What was under way in frames that are left is under way no more.
        while (*exceptions is not null && (ulong)*exceptions < target.StackPointer)
        {
            *exceptions = (*exceptions)->Previous;
        }

        UnwinderMachine.ContinueIn(&target);
    }

    // The first pass. It ends in the frame whose catch clause accepts, or at the call of the filter that the exception came out of: that one has no
    // clause. It remembers the first frame that the second pass has something to do in; mostly there is none.
    private static bool TryFindCatch(
        in UnwindTables tables, Exception exception, ExceptionRecord* record, bool isRethrown, ref Place place, out Clause accepted, out Place firstFinally)
    {
        firstFinally = default;
        accepted = new Clause(NoClause, 0);

        // A frame that is thrown through again is in the trace already.
        var isRecorded = isRethrown;
        while (FunctionTable.TryFind(in tables, place.Frame.Address, out var description)
            && (!description.IsInterrupt || description.Start == tables.FaultThrower))
        {
            if (!isRecorded)
            {
                exception.AppendToStackTrace(place.Frame.Address);
            }

            if (TryFindClause(in tables, in description, record, in place, ref firstFinally, out accepted))
            {
                return true;
            }

            switch (Leave(in tables, in description, ref place))
            {
                case Step.End:
                    return false;
                case Step.Filter:
                    return true;
                case var step:
                    isRecorded = step == Step.Handler;
                    break;
            }
        }

        return false;
    }

    // The second pass. Of the last frame only those blocks run that lie inside the try block of the clause that will catch: they come before it.
    private static void RunFinally(in UnwindTables tables, ExceptionRecord* record, ref Place place, in Registers target, uint limit)
    {
        while (true)
        {
            var isLast = place.Frame.StackPointer == target.StackPointer && place.Frame.InstructionPointer == target.InstructionPointer;
            if (isLast && limit == NoClause)
            {
                return;
            }

            var isFound = FunctionTable.TryFind(in tables, place.Frame.Address, out var description);
            if (isFound)
            {
                RunFinally(in tables, in description, record, in place, isLast ? limit : NoClause);
            }

            if (isLast)
            {
                return;
            }

            if (!isFound || Leave(in tables, in description, ref place) == Step.End)
            {
                FailFast.Panic("A finally block has damaged the stack that an exception was to leave."u8);
            }
        }
    }

    /// <summary>Goes to the frame above.</summary>
    private static Step Leave(in UnwindTables tables, in FrameDescription description, ref Place place)
    {
        if (!FrameUnwinder.TryUnwind(in description, ref place.Frame))
        {
            return Step.End;
        }

        place.After = NoClause;
        if (place.Frame.InstructionPointer != tables.FuncletReturn)
        {
            return Step.Caller;
        }

        var caller = *(ExceptionRecord**)place.Frame.StackPointer;
        if (caller->State == DispatchState.Filtering)
        {
            return Step.Filter;
        }

        place.Frame = caller->Frame;
        place.After = caller->Clause;
        return Step.Handler;
    }

    /// <summary>Asks the catch clauses of a method.</summary>
    private static bool TryFindClause(
        in UnwindTables tables, in FrameDescription description, ExceptionRecord* record, in Place place, ref Place firstFinally, out Clause accepted)
    {
        accepted = new Clause(NoClause, 0);
        if (!HandlerTable.TryOpen(in tables, in description, in place.Frame, place.After, out var handlers))
        {
            return false;
        }

        while (handlers.TryReadCovering(out var clause))
        {
            bool isAccepted;
            switch (clause.Kind)
            {
                case HandlerKind.Finally:
                    if (firstFinally.Frame.StackPointer == 0)
                    {
                        firstFinally = place;
                    }

                    continue;
                case HandlerKind.Filter:
                    record->Frame = place.Frame;
                    record->State = DispatchState.Filtering;
                    isAccepted = (byte)UnwinderMachine.CallFunclet(record->Exception, clause.Filter, record) != 0;
                    record->State = DispatchState.Searching;
                    break;
                default:
                    isAccepted = ExceptionHandling.IsInstanceOf(clause.Type, record->Exception);
                    break;
            }

            if (isAccepted)
            {
                accepted = new Clause(clause.Index, clause.Handler);
                return true;
            }
        }

        return false;
    }

    private static void RunFinally(in UnwindTables tables, in FrameDescription description, ExceptionRecord* record, in Place place, uint limit)
    {
        if (!HandlerTable.TryOpen(in tables, in description, in place.Frame, place.After, out var handlers))
        {
            return;
        }

        while (handlers.TryReadCovering(out var clause) && clause.Index < limit)
        {
            if (clause.Kind == HandlerKind.Finally)
            {
                record->Frame = place.Frame;
                record->State = DispatchState.Handling;
                record->Clause = clause.Index;
                UnwinderMachine.CallFunclet(0, clause.Handler, record);
                record->State = DispatchState.Searching;
            }
        }
    }

    /// <summary>A clause that catches.</summary>
    private readonly struct Clause(uint index, ulong handler)
    {
        internal readonly uint Index = index;
        internal readonly ulong Handler = handler;
    }

    /// <summary>A place on the way up.</summary>
    private struct Place
    {
        internal Registers Frame;

        /// <summary>The clause whose handler was thrown out of: those behind its try block remain to be asked.</summary>
        internal uint After;
    }

    /// <summary>Where a step up led.</summary>
    private enum Step
    {
        /// <summary>Nowhere: that was the last frame.</summary>
        End,

        /// <summary>To the caller.</summary>
        Caller,

        /// <summary>Out of a handler: to the frame of the method that it belongs to.</summary>
        Handler,

        /// <summary>Out of a filter: to the call of it.</summary>
        Filter,
    }
}
