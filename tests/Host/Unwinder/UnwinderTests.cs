using System.Runtime.InteropServices;
using NUnit.Framework;
using Tarn.Sdk.Tool.Unwinding;
using Tarn.Unwinding;

namespace Tarn.Tests.Host.Unwinding;

/// <summary>The readers of unwinding tables, over tables made by hand: good ones, and damaged ones, in which nothing may be read beyond the end.</summary>
[TestFixture]
public sealed unsafe class UnwinderTests
{
    private const int FunctionLength = 0x40;
    private const int ProtectNone = 0, ProtectRead = 1, ProtectWrite = 2;

    private TableBuilder _functions = null!;
    private TableBuilder _clauses = null!;
    private byte* _code;
    private ulong* _stack;

    [SetUp]
    public void Begin()
    {
        (_functions, _clauses) = (new(), new());
        _code = (byte*)NativeMemory.AllocZeroed(4096);
        _stack = (ulong*)NativeMemory.AllocZeroed(4096);
    }

    [TearDown]
    public void End()
    {
        foreach (var table in new[] { _functions, _clauses })
        {
            table.Dispose();
        }

        NativeMemory.Free(_code);
        NativeMemory.Free(_stack);
    }

    [TestCase(-1, null)]
    [TestCase(0, 0)]
    [TestCase(0x0F, 0)]
    [TestCase(0x10, 1)]
    [TestCase(0x1D, 1)]
    [TestCase(0x25, null)]
    [TestCase(0x2F, null)]
    [TestCase(0x30, 3)]
    [TestCase(0x33, 3)]
    [TestCase(0x34, 4)]
    [TestCase(0x33F, 4)]
    [TestCase(0x340, 5)]
    [TestCase(0x25333, 5)]
    [TestCase(0x25334, null)]
    public void AFunctionIsFoundByEachOfItsAddresses(int offset, int? index)
    {
        FunctionFrame[] functions = [Function(0, 0x10), Function(0x10, 0x1E), Unknown(0x1E, 0x30), Function(0x30, 0x34), Function(0x34, 0x340), Function(0x340, 0x25334)];
        _functions.Bytes(FunctionTableWriter.Write(functions, 0));
        var isFound = FunctionTable.TryFind(Tables(), (ulong)(_code + offset), out var description);

        Assert.That(isFound, Is.EqualTo(index is not null));
        Assert.That(description.Start, Is.EqualTo(index is { } number ? functions[number].Start : description.Start));
    }

    /// <summary>Thousands of functions of random lengths, of few programs and of handlers, each looked up by its first and last address and one in between.</summary>
    [Test]
    public void OfManyFunctionsEachIsFound()
    {
        var random = new Random(3);
        var functions = new List<FunctionFrame>();
        for (var (start, index) = ((ulong)_code, 0); index < 5000; index++)
        {
            start += random.Next(3) == 0 ? 0 : (16 - (start % 16)) % 16;
            var end = start + (ulong)random.Next(1, random.Next(10) == 0 ? 100_000 : 600);
            var program = random.Next(20) == 0
                ? null
                : FrameProgram.Of([0x0C, 7, 8, 0x90, 1], Enumerable.Repeat((byte)0x0A, random.Next(random.Next(1, 300))).ToArray(), random.Next(50) == 0);
            var clauses = program is not null && random.Next(4) == 0 ? (ulong)_clauses.Position + (ulong)random.Next(100_000) : 0;
            functions.Add(new FunctionFrame(start, end, program, clauses, clauses == 0 || random.Next(2) == 0 ? start : functions[^1].Start));
            start = end;
        }

        // A function reaches up to the next.
        for (var index = 0; index + 1 < functions.Count; index++)
        {
            functions[index] = functions[index] with { End = functions[index + 1].Start };
        }

        var table = FunctionTableWriter.Write(functions, (ulong)_clauses.Position);
        fixed (byte* start = table)
        {
            var tables = new UnwindTables(new MemoryRange(start, start + table.Length), _clauses.Range, 0, 0);
            foreach (var function in functions)
            {
                foreach (var address in new[] { function.Start, function.End - 1, function.Start + ((function.End - function.Start) / 2) })
                {
                    Assert.That(FunctionTable.TryFind(tables, address, out var description), Is.EqualTo(function.Program is not null));
                    if (function.Program is { } program)
                    {
                        Assert.That((description.Start, description.IsInterrupt), Is.EqualTo((function.Start, program.IsInterrupt)));
                        Assert.That(BytesOf(description.Instructions), Is.EqualTo(program.Instructions.ToArray()));
                        Assert.That((ulong)description.Clauses, Is.EqualTo(function.Clauses));
                        Assert.That(description.MethodStart, Is.EqualTo(function.Clauses == 0 ? 0 : function.MethodStart));
                    }
                }
            }
        }
    }

    [Test]
    public void ATableThatIsCutOffOrOfAnotherFormIsNotUsed()
    {
        MakeFunction(false, 0x41, 0x0E, 16);
        var length = (int)(_functions.Position - _functions.Range.Start);
        Assert.That(FunctionTable.TryFind(Tables(), (ulong)_code, out _), Is.True);
        for (var at = 0; at < length; at++)
        {
            var cut = new MemoryRange(_functions.Range.Start, _functions.Range.Start + at);
            Assert.That(FunctionTable.TryFind(new UnwindTables(cut, default, 0, 0), (ulong)_code, out _), Is.False);
        }

        for (var at = 0; at < 8; at++)
        {
            _functions.Damage(at, 0xEE);
            Assert.That(FunctionTable.TryFind(Tables(), (ulong)_code, out _), Is.False);
        }
    }

    /// <summary>The build refuses what the table has no way to say, instead of leaving it out.</summary>
    [TestCase(new byte[] { 0x0C, 7, 8, 0x90, 1, 0x83, 2 }, new byte[] { 0xC3 }, "restores register 3")]
    [TestCase(new byte[] { 0x0C, 7, 8, 0x90, 1, 0x83, 2 }, new byte[] { 0x06, 3 }, "restores register 3")]
    [TestCase(new byte[0], new byte[] { 0x3F }, "unknown call frame instruction")]
    [TestCase(new byte[0], new byte[] { 0x0F, 2, 0x30 }, "cut off")]
    [TestCase(new byte[0], new byte[] { 0x0E, 0x80 }, "cut off")]
    public void WhatTheTableCannotSayIsRefused(byte[] common, byte[] own, string message) =>
        Assert.That(() => FrameProgram.Of(common, own, false), Throws.TypeOf<InvalidDataException>().With.Message.Contains(message));

    [Test]
    public void OnlyInstructionsThatDoNothingAreLeftOut()
    {
        // An expression, an offset of zero, a row that is remembered: zeros inside of them stay.
        byte[] own = [0x41, 0x0F, 3, 0x77, 0, 0, 0x00, 0x0E, 0, 0x03, 0, 0, 0x0A, 0x00, 0x0B, 0x11, 7, 0, 0x00, 0x00];
        byte[] expected = [0x41, 0x0F, 3, 0x77, 0, 0, 0x0E, 0, 0x03, 0, 0, 0x0A, 0x0B, 0x11, 7, 0];
        Assert.That(FrameProgram.Of([0x0C, 7, 8, 0x90, 1, 0x00], own, false).Instructions.ToArray(), Is.EqualTo(expected));
        Assert.That(FrameProgram.Of([0x0C, 4, 8, 0x90, 1], [], false).Instructions.ToArray(), Is.EqualTo(new byte[] { 0x0C, 4, 8, 0x90, 1 }));
    }

    [Test]
    public void AFrameIsLeftAsItsInstructionsSay()
    {
        // push rbp; push rbx; sub rsp, 24
        MakeFunction(false, 0x41, 0x0E, 16, 0x86, 2, 0x41, 0x0E, 24, 0x83, 3, 0x44, 0x0E, 48);
        (_stack[3], _stack[4], _stack[5]) = (0xB0B, 0xB1B, 0xC0DE);

        var registers = At(0x10, _stack);
        Assert.That(TryUnwind(ref registers), Is.True);
        Assert.That((registers.InstructionPointer, registers.StackPointer), Is.EqualTo((0xC0DEUL, (ulong)(_stack + 6))));
        Assert.That((registers[3], registers[6]), Is.EqualTo((0xB0BUL, 0xB1BUL)));
        Assert.That(registers.IsExact, Is.False);
    }

    [TestCase(0, 0)]
    [TestCase(1, 1)]
    [TestCase(2, 2)]
    [TestCase(6, 5)]
    public void OnlyWhatHasBeenExecutedCounts(int offset, int returnAddressSlot)
    {
        MakeFunction(false, 0x41, 0x0E, 16, 0x86, 2, 0x41, 0x0E, 24, 0x83, 3, 0x44, 0x0E, 48);
        _stack[returnAddressSlot] = 0xC0DE;

        var registers = At(offset, _stack);
        registers.IsExact = true;
        Assert.That(TryUnwind(ref registers), Is.True);
        Assert.That(registers.InstructionPointer, Is.EqualTo(0xC0DEUL));
        Assert.That(registers.StackPointer, Is.EqualTo((ulong)(_stack + returnAddressSlot + 1)));
    }

    [Test]
    public void AReturnAddressBelongsToTheCallBeforeIt()
    {
        MakeFunction(false, 0x41, 0x0E, 16);
        (_stack[0], _stack[1]) = (0xC0DE, 0xBAD);
        var registers = At(1, _stack);

        Assert.That(TryUnwind(ref registers), Is.True);
        Assert.That(registers.InstructionPointer, Is.EqualTo(0xC0DEUL));
    }

    [Test]
    public void AFramePointerIsFollowed()
    {
        // push rbp; mov rbp, rsp
        MakeFunction(false, 0x41, 0x0E, 16, 0x86, 2, 0x43, 0x0D, 6);
        (_stack[20], _stack[21]) = (0xB1B, 0xC0DE);
        var registers = At(0x20, _stack);
        registers[6] = (ulong)(_stack + 20);

        Assert.That(TryUnwind(ref registers), Is.True);
        Assert.That((registers.InstructionPointer, registers[6]), Is.EqualTo((0xC0DEUL, 0xB1BUL)));
        Assert.That(registers.StackPointer, Is.EqualTo((ulong)(_stack + 22)));
    }

    [Test]
    public void RulesAreRememberedRestoredAndMovedToRegisters()
    {
        // rbx in r8, remembered; then everything changed, and restored.
        MakeFunction(false, 0x09, 3, 8, 0x0A, 0x0E, 80, 0x83, 5, 0x0B);
        _stack[0] = 0xC0DE;
        var registers = At(0x20, _stack);
        registers[8] = 0xB0B;
        Assert.That(TryUnwind(ref registers), Is.True);
        Assert.That((registers.InstructionPointer, registers[3]), Is.EqualTo((0xC0DEUL, 0xB0BUL)));
    }

    [Test]
    public void WhatIsRestoredIsAsAtTheEntry()
    {
        MakeFunction(false, 0x90, 3, 0x86, 2, 0xD0, 0x06, 6);
        (_stack[0], _stack[1]) = (0xC0DE, 0xBAD);
        var registers = At(0x20, _stack);
        registers[6] = 0xB1B;
        Assert.That(TryUnwind(ref registers), Is.True);
        Assert.That((registers.InstructionPointer, registers[6]), Is.EqualTo((0xC0DEUL, 0xB1BUL)));
    }

    [Test]
    public void AnInterruptedFrameIsExactAndMayLieAnywhere()
    {
        MakeFunction(true, 0x0C, 3, 0, 0x11, 7, 0x7E, 0x11, 16, 0x7F);
        (_stack[1], _stack[2]) = (0xC0DE, 0x5000);
        var registers = At(0x20, _stack + 100);
        registers[3] = (ulong)_stack;
        Assert.That(TryUnwind(ref registers), Is.True);
        Assert.That((registers.InstructionPointer, registers.StackPointer, registers.IsExact), Is.EqualTo((0xC0DEUL, 0x5000UL, true)));
    }

    [TestCase(new byte[] { 0x07, 16 }, TestName = "WhereNobodyCalledTheWayEnds")]
    [TestCase(new byte[] { 0x0F, 1, 0x30 }, TestName = "AnExpressionIsNotUnderstood")]
    [TestCase(new byte[] { 0x3F }, TestName = "AnUnknownInstructionIsNotUnderstood")]
    [TestCase(new byte[] { 0x0B }, TestName = "NothingWasRemembered")]
    [TestCase(new byte[] { 0x0A, 0x0A }, TestName = "OnlyOneRowIsRemembered")]
    [TestCase(new byte[] { 0x0D, 17 }, TestName = "ARegisterThatIsNotKept")]
    [TestCase(new byte[] { 0x91, 2 }, TestName = "AVectorRegisterIsNotKept")]
    [TestCase(new byte[] { 0x05, 0xFF, 0xFF, 0xFF, 0xFF, 0x0F, 2 }, TestName = "ARegisterWithALargeNumber")]
    [TestCase(new byte[] { 0x09, 3, 17 }, TestName = "InARegisterThatIsNotKept")]
    [TestCase(new byte[] { 0x0E }, TestName = "AnInstructionThatIsCutOff")]
    [TestCase(new byte[] { 0x0E, 4 }, TestName = "AStackThatIsNotAligned")]
    [TestCase(new byte[] { 0x0E, 0 }, TestName = "AFrameThatDoesNotLieAbove")]
    [TestCase(new byte[] { 0x0E, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF }, TestName = "ANumberWithoutAnEnd")]
    public void TheWayEnds(byte[] instructions)
    {
        MakeFunction(false, instructions);
        var registers = At(0x20, _stack);
        Assert.That(TryUnwind(ref registers), Is.False);
    }

    /// <summary>Whatever a damaged table says, the look-up ends, and what it hands on lies inside of the table; behind it stands what nobody may read.</summary>
    [Test]
    public void ADamagedTableIsRefusedOrRead()
    {
        FunctionFrame[] functions = [.. Enumerable.Range(0, 40).Select(index => Function(index * 0x20, (index + 1) * 0x20) with
        {
            Program = FrameProgram.Of([], [0x41, 0x0E, (byte)(8 * (index % 7))], index % 5 == 0),
            Clauses = index % 3 == 0 ? (ulong)_clauses.Position + 1 : 0,
        })];
        var table = FunctionTableWriter.Write(functions, (ulong)_clauses.Position);
        var page = (nuint)Environment.SystemPageSize;
        var pages = (byte*)NativeMemory.AlignedAlloc(2 * page, page);
        Assert.That(ProtectMemory(pages + page, page, ProtectNone), Is.Zero);
        var random = new Random(5);
        for (var turn = 0; turn < 50_000; turn++)
        {
            // The table ends with the page, and so does what is cut off of it.
            var length = random.Next(2) == 0 ? table.Length : random.Next(table.Length);
            var start = pages + page - length;
            table.AsSpan(0, length).CopyTo(new Span<byte>(start, length));
            for (var change = random.Next(1, 4); change > 0 && length > 0; change--)
            {
                start[random.Next(length)] = (byte)random.Next(256);
            }

            if (length >= 8 && random.Next(2) == 0)
            {
                ((int*)start)[0] = (int)FunctionTable.Magic;
                ((int*)start)[1] = length;
            }

            var tables = new UnwindTables(new MemoryRange(start, start + length), _clauses.Range, 0, 0);
            if (FunctionTable.TryFind(tables, (ulong)(_code + random.Next(40 * 0x20)), out var description))
            {
                var reader = description.Instructions;
                Assert.That(reader.IsValid && reader.Position >= start && reader.Position <= start + length);
                Assert.That(BytesOf(reader), Has.Length.LessThanOrEqualTo(length));
            }
        }

        Assert.That(ProtectMemory(pages + page, page, ProtectRead | ProtectWrite), Is.Zero);
        NativeMemory.AlignedFree(pages);
    }

    [Test]
    public void HandlersAreReadInTheirOrder()
    {
        // Covered or not, of all three kinds, with numbers of every length.
        var type = _clauses.Position;
        _clauses.Bytes(5 << 1);
        _clauses.Bytes(Number(0x10)).Bytes(Number(0x10 << 2 | 0)).Bytes(Number(0x21)).Relative(type);
        _clauses.Bytes(Number(0x00)).Bytes(Number(0x40 << 2 | 1)).Bytes(Number(0x3FF2));
        _clauses.Bytes(Number(0x30)).Bytes(Number(0x10 << 2 | 1)).Bytes(Number(0x55));
        _clauses.Bytes(Number(0x18)).Bytes(Number(0x20 << 2 | 2)).Bytes(Number(0x1FFFFF)).Bytes(Number(0xFFFFFFF));
        _clauses.Bytes(Number(0x1F)).Bytes(Number(0x01 << 2 | 2)).Bytes(Number(0xFFFFFFFF)).Bytes(Number(0x66));
        MakeFunctionWithHandlers(0, 0);

        var found = Read(0x1F, HandlerTable.NoClause);
        Assert.That(found.Select(clause => (clause.Index, clause.Kind)), Is.EqualTo(new[]
        {
            (0u, HandlerKind.Catch), (1u, HandlerKind.Finally), (3u, HandlerKind.Filter), (4u, HandlerKind.Filter),
        }));
        Assert.That((nint)found[0].Type, Is.EqualTo((nint)type));
        Assert.That(found.Select(clause => clause.Handler - (ulong)_code), Is.EqualTo(new ulong[] { 0x21, 0x3FF2, 0x1FFFFF, 0xFFFFFFFF }));
        Assert.That((found[2].Filter - (ulong)_code, found[3].Filter - (ulong)_code), Is.EqualTo((0xFFFFFFFUL, 0x66UL)));
    }

    [TestCase(0u, new uint[] { 2, 3 })]
    [TestCase(1u, new uint[] { 2, 3 })]
    [TestCase(2u, new uint[] { 3 })]
    [TestCase(3u, new uint[0])]
    public void AfterAHandlerThatThrewTheOthersOfItsTryAreNotAsked(uint after, uint[] expected)
    {
        _clauses.Bytes(4 << 1);
        foreach (var (start, length) in new[] { (0x10u, 0x10u), (0x10u, 0x10u), (0x08u, 0x20u), (0x00u, 0x40u) })
        {
            _clauses.Bytes(Number(start)).Bytes(Number(length << 2 | 1)).Bytes(Number(0x21));
        }

        MakeFunctionWithHandlers(0, 0);
        Assert.That(Read(0x18, after).Select(clause => clause.Index), Is.EqualTo(expected));
    }

    [Test]
    public void AFuncletReadsTheHandlersOfItsMethod()
    {
        _clauses.Bytes(1 << 1).Bytes(Number(0x100)).Bytes(Number(0x40 << 2 | 1)).Bytes(Number(0x21));

        // The funclet is at code + 0, 0x100 bytes behind its method's start.
        MakeFunctionWithHandlers(0, 0x100);
        var clause = Read(0x18, HandlerTable.NoClause).Single();
        Assert.That(clause.Handler, Is.EqualTo((ulong)_code - 0x100 + 0x21));
    }

    [Test]
    public void DamagedHandlersEnd()
    {
        _clauses.Bytes(Number(200)).Bytes(Number(0x00)).Bytes(Number(0x40 << 2 | 1)).Bytes(Number(0x21));
        MakeFunctionWithHandlers(0, 0);
        Assert.That(Read(0x18, HandlerTable.NoClause), Has.Count.LessThanOrEqualTo(1));

        var random = new Random(7);
        for (var turn = 0; turn < 20_000; turn++)
        {
            _clauses.Damage(random.Next(8), (byte)random.Next(256));
            Assert.That(Read(0x18, HandlerTable.NoClause), Has.Count.LessThan(10));
        }
    }

    // As ILC writes them (dotnet/runtime, NativeFormatWriter: EncodeUnsigned).
    private static byte[] Number(uint value) => value switch
    {
        < 1u << 7 => [(byte)(value << 1)],
        < 1u << 14 => [(byte)(value << 2 | 1), (byte)(value >> 6)],
        < 1u << 21 => [(byte)(value << 3 | 3), (byte)(value >> 5), (byte)(value >> 13)],
        < 1u << 28 => [(byte)(value << 4 | 7), (byte)(value >> 4), (byte)(value >> 12), (byte)(value >> 20)],
        _ => [15, (byte)value, (byte)(value >> 8), (byte)(value >> 16), (byte)(value >> 24)],
    };

    [DllImport("libc", EntryPoint = "mprotect")]
    private static extern int ProtectMemory(void* start, nuint length, int protection);

    private static byte[] BytesOf(TableReader reader)
    {
        List<byte> bytes = [];
        while (reader.HasMore)
        {
            bytes.Add(reader.ReadByte());
        }

        return [.. bytes];
    }

    private UnwindTables Tables() => new(_functions.Range, _clauses.Range, 0, 0);

    private FunctionFrame Function(int start, int end) =>
        new((ulong)(_code + start), (ulong)(_code + end), FrameProgram.Of([], [0x0E, 16], false), 0, (ulong)(_code + start));

    private FunctionFrame Unknown(int start, int end) => new((ulong)(_code + start), (ulong)(_code + end), null, 0, (ulong)(_code + start));

    /// <summary>A function at the start of the code, whose frame begins as every frame does: the return address on top.</summary>
    private void MakeFunction(bool isInterrupt, params byte[] instructions) => MakeTable(isInterrupt, instructions, [1 << 1]);

    private void MakeFunctionWithHandlers(byte clauses, int toMethod) =>
        MakeTable(false, [0x41], [(1 << 1) | 1, clauses, (byte)(toMethod | 0x80), (byte)(toMethod >> 7)]);

    // By hand: one block, one program, one function.
    private void MakeTable(bool isInterrupt, byte[] program, byte[] function)
    {
        var position = 28 + 8 + 2 + program.Length;
        _functions.Bytes("TUT1"u8).Int32(position + function.Length).Bytes(BitConverter.GetBytes((ulong)_code)).Int32(FunctionLength).Int32(1);
        _functions.Bytes(1, 0, isInterrupt ? (byte)1 : (byte)2, 0).Int32(0).Int32(position);
        _functions.Bytes((byte)program.Length, 0).Bytes(program).Bytes(function);
    }

    private Registers At(int offset, ulong* stack)
    {
        var registers = default(Registers);
        registers.InstructionPointer = (ulong)(_code + offset);
        registers.StackPointer = (ulong)stack;
        return registers;
    }

    private bool TryUnwind(ref Registers registers)
    {
        Assert.That(FunctionTable.TryFind(Tables(), registers.Address, out var description), Is.True);
        return FrameUnwinder.TryUnwind(in description, ref registers);
    }

    private List<HandlerClause> Read(int offset, uint after)
    {
        var frame = At(offset, _stack);
        frame.IsExact = true;
        List<HandlerClause> found = [];
        if (FunctionTable.TryFind(Tables(), frame.Address, out var description)
            && HandlerTable.TryOpen(Tables(), in description, in frame, after, out var handlers))
        {
            while (handlers.TryReadCovering(out var clause))
            {
                found.Add(clause);
            }
        }

        return found;
    }
}
