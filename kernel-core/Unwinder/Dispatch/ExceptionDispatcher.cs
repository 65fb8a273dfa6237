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
    private const uint NoClause = uint.MaxValue;

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
        if (!TryFindCatch(in tables, exception, record, isRethrown, out var target, out var clause))
        {
            ExceptionHandling.ReportUnhandled(exception, record->Fault);
        }

        RunFinally(in tables, record, in target, clause.Index);
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
    // clause.
    private static bool TryFindCatch(
        in UnwindTables tables, Exception exception, ExceptionRecord* record, bool isRethrown, out Registers target, out AcceptedClause accepted)
    {
        var frame = record->Origin;
        var after = NoClause;

        // A frame that is thrown through again is in the trace already.
        var isRecorded = isRethrown;
        accepted = new AcceptedClause(NoClause, 0);
        while (FrameDescription.TryFind(tables, frame.Address, out var description)
            && (!description.IsInterrupt || description.Start == tables.FaultThrower))
        {
            if (!isRecorded)
            {
                exception.AppendToStackTrace(frame.Address);
            }

            if (TryFindClause(in tables, in description, record, in frame, after, out accepted))
            {
                target = frame;
                return true;
            }

            if (!FrameUnwinder.TryUnwind(in description, ref frame))
            {
                break;
            }

            after = NoClause;
            isRecorded = false;
            if (frame.InstructionPointer == tables.FuncletReturn)
            {
                var caller = *(ExceptionRecord**)frame.StackPointer;
                if (caller->State == DispatchState.Filtering)
                {
                    target = frame;
                    return true;
                }

                frame = caller->Frame;
                after = caller->Clause;
                isRecorded = true;
            }
        }

        target = default;
        return false;
    }

    // The second pass. Of the last frame only those blocks run that lie inside the try block of the clause that will catch: they come before it.
    private static void RunFinally(in UnwindTables tables, ExceptionRecord* record, in Registers target, uint limit)
    {
        record->Frame = record->Origin;
        var after = NoClause;
        while (true)
        {
            ref var frame = ref record->Frame;
            var isLast = frame.StackPointer == target.StackPointer && frame.InstructionPointer == target.InstructionPointer;
            if (isLast && limit == NoClause)
            {
                return;
            }

            var isFound = FrameDescription.TryFind(tables, frame.Address, out var description);
            if (isFound)
            {
                RunFinally(in tables, in description, record, after, isLast ? limit : NoClause);
            }

            if (isLast)
            {
                return;
            }

            if (!isFound || !FrameUnwinder.TryUnwind(in description, ref frame))
            {
                FailFast.Panic("A finally block has damaged the stack that an exception was to leave."u8);
            }

            after = NoClause;
            if (frame.InstructionPointer == tables.FuncletReturn)
            {
                var caller = *(ExceptionRecord**)frame.StackPointer;
                if (caller->State != DispatchState.Filtering)
                {
                    after = caller->Clause;
                    frame = caller->Frame;
                }
            }
        }
    }

    /// <summary>Asks the catch clauses of a method.</summary>
    private static bool TryFindClause(
        in UnwindTables tables, in FrameDescription description, ExceptionRecord* record, in Registers frame, uint after, out AcceptedClause accepted)
    {
        accepted = new AcceptedClause(NoClause, 0);
        if (!HandlerTable.TryOpen(in tables, in description, out var handlers, out var start))
        {
            return false;
        }

        var offset = (uint)(frame.Address - start);
        var skip = new ClauseSkip(after);
        for (uint index = 0; handlers.TryRead(out var clause); index++)
        {
            if (skip.Skips(index, in clause) || !clause.Covers(offset) || clause.Kind == HandlerKind.Finally)
            {
                continue;
            }

            if (clause.Kind == HandlerKind.Filter
                    ? Accepts(clause.Filter, record, in frame)
                    : ExceptionHandling.IsInstanceOf(clause.Type, record->Exception))
            {
                accepted = new AcceptedClause(index, clause.Handler);
                return true;
            }
        }

        return false;
    }

    private static bool Accepts(ulong filter, ExceptionRecord* record, in Registers frame)
    {
        record->Frame = frame;
        record->State = DispatchState.Filtering;
        var answer = UnwinderMachine.CallFunclet(record->Exception, filter, record);
        record->State = DispatchState.Searching;
        return (byte)answer != 0;
    }

    private static void RunFinally(in UnwindTables tables, in FrameDescription description, ExceptionRecord* record, uint after, uint limit)
    {
        if (!HandlerTable.TryOpen(in tables, in description, out var handlers, out var start))
        {
            return;
        }

        var offset = (uint)(record->Frame.Address - start);
        var skip = new ClauseSkip(after);
        for (uint index = 0; index < limit && handlers.TryRead(out var clause); index++)
        {
            if (!skip.Skips(index, in clause) && clause.Covers(offset) && clause.Kind == HandlerKind.Finally)
            {
                record->State = DispatchState.Handling;
                record->Clause = index;
                UnwinderMachine.CallFunclet(0, clause.Handler, record);
                record->State = DispatchState.Searching;
            }
        }
    }

    /// <summary>The clause that catches.</summary>
    private readonly struct AcceptedClause(uint index, ulong handler)
    {
        internal readonly uint Index = index;
        internal readonly ulong Handler = handler;
    }

    /// <summary>Passes over the clauses of a method up to the one whose handler was thrown out of, and the others of the same try block.</summary>
    private struct ClauseSkip(uint after)
    {
        private uint _after = after;
        private HandlerClause _thrownOutOf;

        internal bool Skips(uint index, in HandlerClause clause)
        {
            if (_after == NoClause)
            {
                return false;
            }

            if (index <= _after)
            {
                _thrownOutOf = clause;
                return true;
            }

            if (clause.HasTryOf(in _thrownOutOf))
            {
                return true;
            }

            _after = NoClause;
            return false;
        }
    }
}
