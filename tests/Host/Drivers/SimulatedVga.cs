using System;

namespace Tarn.Tests.Host.Drivers;

/// <summary>A VGA at register level, as far as text goes: set up as QEMU's firmware leaves it, or otherwise.</summary>
internal sealed class SimulatedVga : IPortDevice
{
    private readonly byte[] _crtc = new byte[0x19];
    private readonly byte[] _attributes = new byte[0x15];
    private byte _crtcIndex;
    private byte _graphicsIndex;
    private byte _attributeIndex;
    private bool _attributeExpectsData;

    public SimulatedVga()
    {
        // Read from QEMU 7.2 after its firmware has set mode 3.
        _crtc[0x01] = 0x4F;
        _crtc[0x07] = 0x1F;
        _crtc[0x09] = 0x4F;
        _crtc[0x0A] = 0x0D;
        _crtc[0x0B] = 0x0E;
        _crtc[0x0F] = 0xA0;
        _crtc[0x12] = 0x8F;
        _attributes[0x10] = 0x0C;
    }

    /// <summary>No card: reads give 0xFF, writes go nowhere.</summary>
    public bool IsAbsent { get; init; }

    /// <summary>The CRTC keeps nothing that is written to it.</summary>
    public bool ForgetsCursorLocation { get; init; }

    public byte MiscellaneousOutput { get; init; } = 0x67;

    public byte GraphicsMiscellaneous { get; init; } = 0x0E;

    public byte AttributeMode
    {
        get => _attributes[0x10];
        init => _attributes[0x10] = value;
    }

    /// <summary>Runs before every access: an interrupt between two instructions of the driver.</summary>
    public Action? BeforeAccess { get; set; }

    public int Writes { get; private set; }

    /// <summary>The cell that the cursor is on.</summary>
    public int CursorLocation => _crtc[0x0E] << 8 | _crtc[0x0F];

    /// <summary>The cell at the top left of the monitor.</summary>
    public int StartAddress => _crtc[0x0C] << 8 | _crtc[0x0D];

    public bool IsCursorHidden => (_crtc[0x0A] & 0x20) != 0;

    /// <summary>Whether the monitor shows the picture: the attribute controller's palette address source.</summary>
    public bool IsPictureShown { get; private set; } = true;

    public byte ReadCrtc(int index) => _crtc[index];

    public void WriteCrtc(int index, byte value) => _crtc[index] = value;

    public byte Read(ushort port)
    {
        BeforeAccess?.Invoke();
        if (IsAbsent)
        {
            return 0xFF;
        }

        switch (port)
        {
            case 0x3C1:
                return _attributes[_attributeIndex];

            case 0x3CC:
                return MiscellaneousOutput;

            case 0x3CF:
                Assert(_graphicsIndex == 6, "Only the miscellaneous register of the graphics controller is of interest.");
                return GraphicsMiscellaneous;

            case 0x3D5:
                return _crtc[_crtcIndex];

            case 0x3DA:
                _attributeExpectsData = false;
                return 0;

            default:
                throw new InvalidOperationException($"Port 0x{port:X} is not for reading.");
        }
    }

    public void Write(ushort port, byte value)
    {
        BeforeAccess?.Invoke();
        Writes++;
        if (IsAbsent)
        {
            return;
        }

        switch (port)
        {
            case 0x3C0 when _attributeExpectsData:
                _attributes[_attributeIndex] = value;
                _attributeExpectsData = false;
                break;

            case 0x3C0:
                IsPictureShown = (value & 0x20) != 0;
                _attributeIndex = (byte)(value & 0x1F);
                _attributeExpectsData = true;
                break;

            case 0x3CE:
                _graphicsIndex = value;
                break;

            case 0x3D4:
                _crtcIndex = value;
                break;

            case 0x3D5:
                if (!ForgetsCursorLocation || _crtcIndex is not (0x0E or 0x0F))
                {
                    _crtc[_crtcIndex] = value;
                }

                break;

            default:
                throw new InvalidOperationException($"Port 0x{port:X} is not for writing.");
        }
    }

    private static void Assert(bool condition, string message)
    {
        if (!condition)
        {
            throw new InvalidOperationException(message);
        }
    }
}
