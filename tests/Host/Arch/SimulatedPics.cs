using System;
using System.Collections.Generic;
using Tarn.Tests.Host.Drivers;

namespace Tarn.Tests.Host.Arch;

/// <summary>Two cascaded 8259As at register level, and the ways in which they can be missing.</summary>
internal sealed class SimulatedPics : IPortDevice
{
    private const ushort DelayPort = 0x80;

    private readonly Chip[] _chips = [new(), new()];

    /// <summary>Nothing is there: reads give 0xFF.</summary>
    public bool AreAbsent { get; init; }

    /// <summary>Bits that the mask registers cannot set.</summary>
    public byte StuckBits { get; init; }

    /// <summary>The lines that are masked.</summary>
    public int Masks => _chips[0].Mask | _chips[1].Mask << 8;

    /// <summary>The lines whose interrupts are being served.</summary>
    public int InService => _chips[0].InService | _chips[1].InService << 8;

    /// <summary>The commands that ended an interrupt: port and value.</summary>
    public List<(ushort Port, byte Value)> Ends { get; } = [];

    /// <summary>The bytes that programmed each chip.</summary>
    public IReadOnlyList<byte> InitializationOf(int chip) => _chips[chip].Initialization;

    /// <summary>A device raises its line.</summary>
    public void Request(int line) => _chips[line >> 3].Requests |= (byte)(1 << (line & 7));

    /// <summary>The processor takes the interrupt of a line.</summary>
    public void Take(int line)
    {
        _chips[line >> 3].Requests &= (byte)~(1 << (line & 7));
        _chips[line >> 3].InService |= (byte)(1 << (line & 7));
        if (line >= 8)
        {
            _chips[0].InService |= 1 << 2;
        }
    }

    /// <summary>The second controller has been asked for a vector, and had none any more.</summary>
    public void TakeSpuriousOfSecond() => _chips[0].InService |= 1 << 2;

    public byte Read(ushort port)
    {
        if (AreAbsent)
        {
            return 0xFF;
        }

        var chip = ChipAt(port);
        return (port & 1) != 0 ? (byte)(chip.Mask & ~StuckBits) : chip.ReadsInService ? chip.InService : chip.Requests;
    }

    public void Write(ushort port, byte value)
    {
        if (AreAbsent || port == DelayPort)
        {
            return;
        }

        var chip = ChipAt(port);
        if ((port & 1) != 0 && chip.Expected > 0)
        {
            chip.Initialization.Add(value);
            chip.Expected--;
        }
        else if ((port & 1) != 0)
        {
            chip.Mask = value;
        }
        else if ((value & 0x10) != 0)
        {
            chip.Initialization.Clear();
            chip.Initialization.Add(value);
            chip.Expected = 3;
            chip.Mask = 0;
            chip.InService = 0;
        }
        else if ((value & 0x08) != 0)
        {
            chip.ReadsInService = (value & 0x03) == 0x03;
        }
        else if ((value & 0xE0) == 0x60)
        {
            Ends.Add((port, value));
            chip.InService &= (byte)~(1 << (value & 7));
        }
        else
        {
            throw new InvalidOperationException($"The command 0x{value:X} to 0x{port:X} is none that the kernel needs.");
        }
    }

    private Chip ChipAt(ushort port) => port switch
    {
        0x20 or 0x21 => _chips[0],
        0xA0 or 0xA1 => _chips[1],
        _ => throw new InvalidOperationException($"Port 0x{port:X} is none of the controllers'."),
    };

    private sealed class Chip
    {
        public List<byte> Initialization { get; } = [];

        public int Expected { get; set; }

        public byte Mask { get; set; }

        public byte Requests { get; set; }

        public byte InService { get; set; }

        public bool ReadsInService { get; set; }
    }
}
