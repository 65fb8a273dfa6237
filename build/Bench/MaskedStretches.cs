using Tarn.Sdk.Tool.Elf;

namespace Tarn.Pipeline;

/// <summary>For how many instructions on end interrupts are masked: what follows each of them does to the flag, learnt from the image.</summary>
/// <remarks>
/// The gates are interrupt gates, so that an interrupt masks others until its IRETQ. The one instruction during which STI holds interrupts back is not
/// counted. POPF, which could do either, is not followed: nothing of the kernel's in ring 0 uses it where this is measured.
/// </remarks>
internal sealed class MaskedStretches
{
    private const byte Cli = 0xfa, Sti = 0xfb, PopFlags = 0x9d, LongPrefix = 0x48, InterruptReturn = 0xcf;

    private readonly ElfSection[] _code;
    private readonly (ulong Start, ulong End) _stubs;
    private readonly Stack<bool> _interrupted = new();
    private bool _isMasked = true;
    private bool _isInStub;
    private long _length;

    /// <summary>Begins with interrupts masked, as the kernel does.</summary>
    /// <param name="image">The kernel's file.</param>
    public MaskedStretches(ElfFile image)
    {
        _code = [.. image.Sections.Where(section => section.IsCode)];
        var stubs = image.Symbols.Single(symbol => symbol.Name == "tarn_interrupt_stubs");
        _stubs = (stubs.Value, stubs.Value + stubs.Size);
    }

    /// <summary>The first stretch, which ends when the kernel lets interrupts in; 0 if it has not.</summary>
    public long First { get; private set; }

    /// <summary>The longest of all later ones.</summary>
    public long Longest { get; private set; }

    /// <summary>Goes on by an instruction.</summary>
    /// <exception cref="InvalidOperationException">It does something to the flag that is not followed.</exception>
    public void Execute(ulong address)
    {
        // Only the processor enters the stubs.
        var isInStub = address >= _stubs.Start && address < _stubs.End;
        if (isInStub && !_isInStub)
        {
            _interrupted.Push(_isMasked);
            _isMasked = true;
        }

        _isInStub = isInStub;
        _length += _isMasked ? 1 : 0;

        var code = CodeAt(address);
        switch (code[0])
        {
            case Cli:
                _isMasked = true;
                break;
            case Sti:
                LetIn();
                break;
            case LongPrefix when code[1] == InterruptReturn:
                if (!_interrupted.Pop())
                {
                    LetIn();
                }

                break;
            case PopFlags:
                throw new InvalidOperationException($"POPF at 0x{address:x} is not followed.");
        }
    }

    private void LetIn()
    {
        if (_isMasked && First == 0)
        {
            First = _length;
        }
        else if (_length > Longest)
        {
            Longest = _length;
        }

        _isMasked = false;
        _length = 0;
    }

    private ReadOnlySpan<byte> CodeAt(ulong address)
    {
        var section = Array.Find(_code, candidate => candidate.Holds(address)) ?? throw new InvalidOperationException($"0x{address:x} is no code of the image.");
        return section.Content.Span[(int)(address - section.Address)..];
    }
}
