using Tarn.Kernel;

namespace Tarn.Drivers;

/// <summary>The card's registers, as far as text needs them.</summary>
/// <remarks>
/// <para>
/// Most hide behind an index port and a data port: the cathode-ray tube controller (CRTC) at 0x3D4, the graphics controller at
/// 0x3CE. The attribute controller has one port, 0x3C0, that takes index and data in turn; reading 0x3DA makes it expect an index.
/// </para>
/// <para>
/// Names and bits as in IBM's "PS/2 Hardware Interface Technical Reference: Video Subsystem" (1992), section 2, "VGA Function".
/// </para>
/// </remarks>
/// <typeparam name="TPorts">The machine's port space.</typeparam>
internal struct VgaRegisters<TPorts>(TPorts ports)
    where TPorts : struct, IPortSpace
{
    private const ushort AttributePort = 0x3C0;
    private const ushort AttributeReadPort = 0x3C1;
    private const ushort MiscellaneousOutputReadPort = 0x3CC;
    private const ushort GraphicsIndexPort = 0x3CE;
    private const ushort GraphicsDataPort = 0x3CF;
    private const ushort CrtcIndexPort = 0x3D4;
    private const ushort CrtcDataPort = 0x3D5;
    private const ushort InputStatusPort = 0x3DA;

    // Set in an attribute index: without it the card shows nothing but the border.
    private const byte PaletteAddressSource = 1 << 5;

    private TPorts _ports = ports;

    /// <summary>Reads the miscellaneous output register: bit 0 says where the CRTC is (1: 0x3D4, colour; 0: 0x3B4, monochrome).</summary>
    public byte ReadMiscellaneousOutput() => _ports.ReadByte(MiscellaneousOutputReadPort);

    public byte ReadCrtc(CrtcRegister register)
    {
        _ports.WriteByte(CrtcIndexPort, (byte)register);
        return _ports.ReadByte(CrtcDataPort);
    }

    // Index and data always together: interrupted in between, the next access selects its own index again.
    public void WriteCrtc(CrtcRegister register, byte value)
    {
        _ports.WriteByte(CrtcIndexPort, (byte)register);
        _ports.WriteByte(CrtcDataPort, value);
    }

    /// <summary>Reads the graphics controller's miscellaneous register: bit 0 says pixels, bits 2 and 3 where video memory is.</summary>
    public byte ReadGraphicsMiscellaneous()
    {
        const byte miscellaneous = 6;
        _ports.WriteByte(GraphicsIndexPort, miscellaneous);
        return _ports.ReadByte(GraphicsDataPort);
    }

    /// <summary>Reads the attribute controller's mode register: bit 0 says pixels, bit 3 that a cell's top bit makes it blink.</summary>
    public byte ReadAttributeMode()
    {
        SelectAttributeMode();
        var mode = _ports.ReadByte(AttributeReadPort);

        // The port still waits for data: back to the index.
        _ports.ReadByte(InputStatusPort);
        return mode;
    }

    public void WriteAttributeMode(byte mode)
    {
        SelectAttributeMode();
        _ports.WriteByte(AttributePort, mode);
    }

    private void SelectAttributeMode()
    {
        const byte modeControl = 0x10;
        _ports.ReadByte(InputStatusPort);
        _ports.WriteByte(AttributePort, modeControl | PaletteAddressSource);
    }
}
