using System.Globalization;
using Iced.Intel;
using Tarn.Sdk.Tool.Elf;
using Tarn.Sdk.Tool.MachineCode;

namespace Tarn.Tests.Emulator.Interrupts;

/// <summary>Follows what a processor has executed, and measures how long interrupts were off.</summary>
/// <remarks>
/// <para>
/// It reads what QEMU writes with <c>-d exec,nochain</c>: a line for each block of instructions that it begins to execute. Which they are says the image: from the
/// block's address to the first jump. What the next line says decides how many of them there were: a block may be cut short, and a line whose block
/// was not begun, because something was to be done before, comes again.
/// </para>
/// <para>
/// Whether interrupts are off follows from CLI, STI, the stubs of vectors and IRETQ, which gives back what was before its stub. POPF, by which the kernel
/// does not change the flag, is looked at as any other instruction. Where it cannot be told whether a block was cut, it counts as a whole: no count is too low.
/// </para>
/// <para>Counted is from the first time that interrupts were on; what is under way when the machine ends is not. Not for code that is not the image's (ring 3).</para>
/// </remarks>
internal sealed class InterruptOffTrace
{
    private const ulong UpperHalf = 0xffff_8000_0000_0000;
    private const int LongestBlock = 512;

    private readonly Dictionary<ulong, Block> _blocks = [];
    private readonly Stack<(Block? Interrupted, bool WasOff)> _interrupts = new();
    private readonly CodeImage _image;
    private readonly CodeDecoder _decoder;
    private readonly CodeFunction _stubs;
    private readonly Dictionary<string, long> _worst = [];
    private Block? _current;
    private bool _isOff = true;
    private bool _wasOn;
    private bool _endsBehindNext;
    private bool _hasReturned;
    private long _count;
    private string _origin = string.Empty;

    /// <summary>Prepares for the trace of an image.</summary>
    /// <param name="imagePath">The image's ELF file, beside which is its <c>.debug</c> file, with the names.</param>
    public InterruptOffTrace(string imagePath)
    {
        _image = new CodeImage(ElfFile.Read(Path.ChangeExtension(imagePath, ".debug")));
        _decoder = new CodeDecoder(_image);
        _stubs = _image.Functions.Single(function => function.Symbols.Contains("tarn_interrupt_stubs"));
    }

    private enum Effect
    {
        None,
        Disable,
        Enable,
        Return,
    }

    /// <summary>The longest stretch that began in each place, the longest first.</summary>
    public IEnumerable<InterruptOffStretch> Worst =>
        _worst.Select(entry => new InterruptOffStretch(entry.Value, entry.Key)).OrderByDescending(stretch => stretch.Instructions);

    /// <summary>How many instructions ran since interrupts were on for the first time.</summary>
    public long Instructions { get; private set; }

    /// <summary>How many interrupts and exceptions there were.</summary>
    public long Interrupts { get; private set; }

    /// <summary>Takes all lines of a trace.</summary>
    public void Add(TextReader trace)
    {
        while (trace.ReadLine() is { } line)
        {
            Add(line);
        }
    }

    /// <summary>Takes a line; those that are about no block of the image's are passed over.</summary>
    public void Add(ReadOnlySpan<char> line)
    {
        // Trace 0: 0x7fe3e0a86900 [0000000000000000/ffffffff802055e0/0040c290/ff020201] name
        var bracket = line.StartsWith("Trace ") ? line.IndexOf('[') : -1;
        if (bracket < 0 || line.Length < bracket + 34 || !ulong.TryParse(line.Slice(bracket + 18, 16), NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var address)
            || address < UpperHalf)
        {
            return;
        }

        var next = BlockAt(address);
        if (next.IsStub)
        {
            BeginInterrupt(address);
        }
        else if (_current is { } current)
        {
            Execute(current, address);
            if (_hasReturned && EndInterrupt() is { } interrupted && interrupted.Start != address)
            {
                Execute(interrupted, address);
            }
        }

        _current = next;
    }

    private void BeginInterrupt(ulong stub)
    {
        // What was interrupted goes on later, or has ended: where the return leads says which.
        var interrupted = _current;
        if (interrupted is { EndsInReturn: true })
        {
            // Interrupts were on for no instruction.
            Execute(interrupted, 0);
            interrupted = EndInterrupt();
        }
        else if (_endsBehindNext)
        {
            _count++;
            EnableNow();
        }

        _interrupts.Push((interrupted, _isOff));
        Interrupts++;
        if (!_isOff)
        {
            Begin($"vector {VectorOf(stub)}");
        }
    }

    /// <summary>The vector of a stub: 32 of four bytes are a block, with two jumps behind them (InterruptStubs.s).</summary>
    private ulong VectorOf(ulong stub)
    {
        var (block, offset) = Math.DivRem(stub - _stubs.Start, (_stubs.End - _stubs.Start) / 8);
        return (block * 32) + (offset / 4);
    }

    /// <summary>IRETQ was executed.</summary>
    /// <returns>What was interrupted.</returns>
    private Block? EndInterrupt()
    {
        _hasReturned = false;
        if (!_interrupts.TryPop(out var interrupt))
        {
            throw new InvalidDataException("the trace has an IRETQ without a vector before it");
        }

        if (_isOff && !interrupt.WasOff)
        {
            End();
        }

        _isOff = interrupt.WasOff;
        return interrupt.Interrupted;
    }

    /// <summary>Counts what was executed of a block, of which is known where it went on.</summary>
    private void Execute(Block block, ulong next)
    {
        var count = block.CountUpTo(next);
        for (var index = 0; index < count; index++)
        {
            if (_wasOn)
            {
                Instructions++;
            }

            if (_isOff)
            {
                _count++;
            }

            if (_endsBehindNext)
            {
                // An interrupt comes in behind the instruction that follows STI at the earliest (Intel SDM volume 2, STI).
                EnableNow();
            }

            switch (block.Effects[index])
            {
                case Effect.Disable when !_isOff:
                    Begin(_image.FunctionAt(block.Addresses[index])?.Symbols[0] ?? "?");
                    break;
                case Effect.Disable:
                    _endsBehindNext = false;
                    break;
                case Effect.Enable when _isOff:
                    _endsBehindNext = true;
                    break;
                case Effect.Return:
                    _hasReturned = true;
                    break;
            }
        }
    }

    private void EnableNow()
    {
        _endsBehindNext = false;
        End();
        _isOff = false;
        _wasOn = true;
    }

    private void Begin(string origin)
    {
        _isOff = true;
        _count = 0;
        _origin = origin;
    }

    private void End()
    {
        if (_wasOn && _count > _worst.GetValueOrDefault(_origin))
        {
            _worst[_origin] = _count;
        }
    }

    private Block BlockAt(ulong address)
    {
        if (!_blocks.TryGetValue(address, out var block))
        {
            _blocks[address] = block = Decode(address);
        }

        return block;
    }

    private Block Decode(ulong start)
    {
        var addresses = new List<ulong>();
        var effects = new List<Effect>();
        ulong target = 0;
        for (var address = start; addresses.Count < LongestBlock;)
        {
            if (!_image.IsCode(address))
            {
                throw new InvalidDataException($"the trace has an instruction at 0x{address:x}, where the image has none");
            }

            var instruction = _decoder.At(address);
            addresses.Add(address);
            effects.Add(instruction.Mnemonic switch
            {
                Mnemonic.Cli => Effect.Disable,
                Mnemonic.Sti => Effect.Enable,
                Mnemonic.Iretq => Effect.Return,
                _ => Effect.None,
            });
            address = instruction.NextIP;
            var isRepeated = instruction.IsStringInstruction && (instruction.HasRepPrefix || instruction.HasRepnePrefix);
            if (isRepeated || instruction.FlowControl != FlowControl.Next || instruction.Mnemonic is Mnemonic.Sti or Mnemonic.Hlt)
            {
                // Each repetition is a block.
                target = isRepeated ? instruction.IP : instruction.NearBranchTarget;
                break;
            }
        }

        return new Block(start, [.. addresses], [.. effects], target, _stubs.Holds(start) && _decoder.At(start).Mnemonic == Mnemonic.Push);
    }

    /// <summary>Instructions up to a jump.</summary>
    /// <param name="Start">The address of the first.</param>
    /// <param name="Addresses">The address of each.</param>
    /// <param name="Effects">What each does to interrupts.</param>
    /// <param name="Target">Where the last one goes to, if that is known; else 0.</param>
    /// <param name="IsStub">Whether it is where the processor comes to with a vector.</param>
    private sealed record Block(ulong Start, ulong[] Addresses, Effect[] Effects, ulong Target, bool IsStub)
    {
        /// <summary>Whether the last one is an IRETQ.</summary>
        public bool EndsInReturn => Effects[^1] == Effect.Return;

        /// <summary>How many of them were executed, if it went on at an address.</summary>
        public int CountUpTo(ulong next)
        {
            if (next != Target && next >= Start && next <= Addresses[^1])
            {
                var index = Array.BinarySearch(Addresses, next);
                if (index >= 0)
                {
                    return index;
                }
            }

            return Addresses.Length;
        }
    }
}
