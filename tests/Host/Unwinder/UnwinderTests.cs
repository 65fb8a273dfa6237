using System.Runtime.InteropServices;
using NUnit.Framework;
using Tarn.Unwinding;

namespace Tarn.Tests.Host.Unwinding;

/// <summary>The readers of unwinding tables, over tables made by hand: good ones, and damaged ones, in which nothing may be read beyond the end.</summary>
[TestFixture]
public sealed unsafe class UnwinderTests
{
    private const int FunctionLength = 0x40;

    private TableBuilder _header = null!;
    private TableBuilder _frames = null!;
    private TableBuilder _handlers = null!;
    private TableBuilder _clauses = null!;
    private byte* _code;
    private ulong* _stack;

    [SetUp]
    public void Begin()
    {
        (_header, _frames, _handlers, _clauses) = (new(), new(), new(), new());
        _code = (byte*)NativeMemory.AllocZeroed(4096);
        _stack = (ulong*)NativeMemory.AllocZeroed(4096);
    }

    [TearDown]
    public void End()
    {
        foreach (var table in new[] { _header, _frames, _handlers, _clauses })
        {
            table.Dispose();
        }

        NativeMemory.Free(_code);
        NativeMemory.Free(_stack);
    }

    [TestCase(0, false, 0)]
    [TestCase(0x0F, false, 0)]
    [TestCase(0x10, true, 0)]
    [TestCase(0x1F, true, 0)]
    [TestCase(0x20, true, 1)]
    [TestCase(0x4F, true, 2)]
    [TestCase(0x500, true, 3)]
    public void TheIndexFindsTheLastFunctionThatBeginsBefore(int offset, bool isFound, int entry)
    {
        MakeIndex(0x10, 0x20, 0x30, 0x50);
        var found = FrameIndex.Find(Tables(), (ulong)(_code + offset));

        Assert.That((nint)found, Is.EqualTo(isFound ? (nint)(_code + (0x100 * entry)) : 0));
    }

    [Test]
    public void AnIndexThatIsCutOffOrOfAnotherFormIsNotUsed()
    {
        MakeIndex(0x10, 0x20, 0x30, 0x50);
        var length = (int)(_header.Position - _header.Range.Start);
        for (var at = 0; at < length; at++)
        {
            var cut = new MemoryRange(_header.Range.Start, _header.Range.Start + at);
            Assert.That(FrameIndex.Find(new UnwindTables(cut, default, default, default, 0, 0), (ulong)(_code + 0x20)) is null);
        }

        for (var at = 0; at < 4; at++)
        {
            _header.Damage(at, 0xEE);
            Assert.That(FrameIndex.Find(Tables(), (ulong)(_code + 0x20)) is null);
        }
    }

    [Test]
    public void AFrameIsLeftAsItsInstructionsSay()
    {
        // push rbp; push rbx; sub rsp, 24
        MakeFunction("zLR", 0x41, 0x0E, 16, 0x86, 2, 0x41, 0x0E, 24, 0x83, 3, 0x44, 0x0E, 48);
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
        MakeFunction("zLR", 0x41, 0x0E, 16, 0x86, 2, 0x41, 0x0E, 24, 0x83, 3, 0x44, 0x0E, 48);
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
        MakeFunction("zLR", 0x41, 0x0E, 16);
        (_stack[0], _stack[1]) = (0xC0DE, 0xBAD);
        var registers = At(1, _stack);

        Assert.That(TryUnwind(ref registers), Is.True);
        Assert.That(registers.InstructionPointer, Is.EqualTo(0xC0DEUL));
    }

    [Test]
    public void AFramePointerIsFollowed()
    {
        // push rbp; mov rbp, rsp
        MakeFunction("zLR", 0x41, 0x0E, 16, 0x86, 2, 0x43, 0x0D, 6);
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
        MakeFunction("zR", 0x09, 3, 8, 0x0A, 0x0E, 80, 0x83, 5, 0x0B);
        _stack[0] = 0xC0DE;
        var registers = At(0x20, _stack);
        registers[8] = 0xB0B;
        Assert.That(TryUnwind(ref registers), Is.True);
        Assert.That((registers.InstructionPointer, registers[3]), Is.EqualTo((0xC0DEUL, 0xB0BUL)));
    }

    [Test]
    public void WhatIsRestoredIsAsAtTheEntry()
    {
        MakeFunction("zR", 0x90, 3, 0x86, 2, 0xD0, 0x06, 6);
        (_stack[0], _stack[1]) = (0xC0DE, 0xBAD);
        var registers = At(0x20, _stack);
        registers[6] = 0xB1B;
        Assert.That(TryUnwind(ref registers), Is.True);
        Assert.That((registers.InstructionPointer, registers[6]), Is.EqualTo((0xC0DEUL, 0xB1BUL)));
    }

    [Test]
    public void AnInterruptedFrameIsExactAndMayLieAnywhere()
    {
        MakeFunction("zRS", 0x0C, 3, 0, 0x11, 7, 0x7E, 0x11, 16, 0x7F);
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
        MakeFunction("zLR", instructions);
        var registers = At(0x20, _stack);
        Assert.That(TryUnwind(ref registers), Is.False);
    }

    [Test]
    public void ADamagedDescriptionIsRefusedOrRead()
    {
        MakeFunction("zLR", 0x41, 0x0E, 16, 0x86, 2, 0x41, 0x0E, 24, 0x83, 3);
        var length = (int)(_frames.Position - _frames.Range.Start);
        var random = new Random(5);
        for (var turn = 0; turn < 20_000; turn++)
        {
            using var whole = new TableBuilder();
            whole.Bytes(new ReadOnlySpan<byte>(_frames.Range.Start, length));
            var at = random.Next(length);
            var saved = _frames.Range.Start[at];
            _frames.Damage(at, (byte)random.Next(256));
            var cut = random.Next(2) == 0 ? random.Next(length) : length;
            var tables = new UnwindTables(_header.Range, new MemoryRange(_frames.Range.Start, _frames.Range.Start + cut), default, default, 0, 0);

            // Whatever it says, it ends, and what it hands on lies inside the table.
            if (FrameDescription.TryFind(tables, (ulong)(_code + 5), out var description))
            {
                Assert.That(description.Instructions.IsValid && description.CommonInstructions.IsValid);
                Assert.That(_frames.Range.Contains(description.Instructions.Position) || !description.Instructions.HasMore);
                Assert.That((ulong)(_code + 5) - description.Start, Is.LessThan(uint.MaxValue));
            }

            _frames.Damage(at, saved);
        }
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
        MakeFunction("zLR", 0x41);
        _handlers.Bytes(0x14).Int32(0x1234).Relative(type);

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
        var table = _clauses.Position;
        _clauses.Bytes(4 << 1);
        foreach (var (start, length) in new[] { (0x10u, 0x10u), (0x10u, 0x10u), (0x08u, 0x20u), (0x00u, 0x40u) })
        {
            _clauses.Bytes(Number(start)).Bytes(Number(length << 2 | 1)).Bytes(Number(0x21));
        }

        MakeFunction("zLR", 0x41);
        _handlers.Bytes(0x04).Relative(table);
        Assert.That(Read(0x18, after).Select(clause => clause.Index), Is.EqualTo(expected));
    }

    [Test]
    public void AFuncletReadsTheHandlersOfItsMethod()
    {
        var table = _clauses.Position;
        _clauses.Bytes(1 << 1).Bytes(Number(0x100)).Bytes(Number(0x40 << 2 | 1)).Bytes(Number(0x21));
        MakeFunction("zLR", 0x41);

        // The funclet is at code + 0, 0x100 bytes behind its method's start.
        var method = _handlers.Position + 9;
        _handlers.Bytes(0x01).Relative(method).Int32(0x100).Bytes(0x04).Relative(table);
        var clause = Read(0x18, HandlerTable.NoClause).Single();
        Assert.That(clause.Handler, Is.EqualTo((ulong)_code - 0x100 + 0x21));
    }

    [Test]
    public void DamagedHandlersEnd()
    {
        var table = _clauses.Position;
        _clauses.Bytes(Number(200)).Bytes(Number(0x00)).Bytes(Number(0x40 << 2 | 1)).Bytes(Number(0x21));
        MakeFunction("zLR", 0x41);
        _handlers.Bytes(0x04).Relative(table);
        Assert.That(Read(0x18, HandlerTable.NoClause), Has.Count.LessThanOrEqualTo(1));

        var random = new Random(7);
        for (var turn = 0; turn < 20_000; turn++)
        {
            _clauses.Damage(random.Next(8), (byte)random.Next(256));
            _handlers.Damage(random.Next(5), (byte)random.Next(256));
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

    private UnwindTables Tables() => new(_header.Range, _frames.Range, _handlers.Range, _clauses.Range, 0, 0);

    private void MakeIndex(params ReadOnlySpan<int> functions)
    {
        _header.Bytes(0x01, 0x1B, 0x03, 0x3B).Int32(0).Int32(functions.Length);
        for (var index = 0; index < functions.Length; index++)
        {
            _header.Int32((int)(_code + functions[index] - _header.Range.Start)).Int32((int)(_code + (0x100 * index) - _header.Range.Start));
        }
    }

    /// <summary>A function at the start of the code, whose frame begins as every frame does: the return address on top.</summary>
    private void MakeFunction(string augmentation, params byte[] instructions)
    {
        var common = _frames.Entry(entry =>
        {
            entry.Int32(0).Bytes(1).Bytes(System.Text.Encoding.ASCII.GetBytes(augmentation)).Bytes(0, 1, 0x78, 16);
            var encodings = augmentation.Count(letter => letter is 'R' or 'L');
            entry.Bytes((byte)encodings).Bytes(Enumerable.Repeat((byte)0x1B, encodings).ToArray()).Bytes(0x0C, 7, 8, 0x90, 1);
        });
        var description = _frames.Entry(entry =>
        {
            entry.Int32((int)(entry.Position - common)).Relative(_code).Int32(FunctionLength);
            if (augmentation.Contains('L', StringComparison.Ordinal))
            {
                entry.Bytes(4).Relative(_handlers.Position);
            }
            else
            {
                entry.Bytes(0);
            }

            entry.Bytes(instructions);
        });
        _header.Bytes(0x01, 0x1B, 0x03, 0x3B).Int32(0).Int32(1);
        _header.Int32((int)(_code - _header.Range.Start)).Int32((int)(description - _header.Range.Start));
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
        Assert.That(FrameDescription.TryFind(Tables(), registers.Address, out var description), Is.True);
        return FrameUnwinder.TryUnwind(in description, ref registers);
    }

    private List<HandlerClause> Read(int offset, uint after)
    {
        var frame = At(offset, _stack);
        frame.IsExact = true;
        List<HandlerClause> found = [];
        if (FrameDescription.TryFind(Tables(), frame.Address, out var description)
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
