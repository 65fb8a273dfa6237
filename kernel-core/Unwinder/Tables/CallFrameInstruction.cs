namespace Tarn.Unwinding;

/// <summary>The instructions of call frame information whose upper two bits are zero (DWARF 5, table 7.29).</summary>
internal enum CallFrameInstruction : byte
{
    Nop = 0x00,
    AdvanceLocation1 = 0x02,
    AdvanceLocation2 = 0x03,
    AdvanceLocation4 = 0x04,
    OffsetExtended = 0x05,
    RestoreExtended = 0x06,
    Undefined = 0x07,
    SameValue = 0x08,
    Register = 0x09,
    RememberState = 0x0A,
    RestoreState = 0x0B,
    DefineCfa = 0x0C,
    DefineCfaRegister = 0x0D,
    DefineCfaOffset = 0x0E,
    OffsetExtendedSigned = 0x11,
    DefineCfaSigned = 0x12,
    DefineCfaOffsetSigned = 0x13,
    ValueOffset = 0x14,
    ValueOffsetSigned = 0x15,

    /// <summary>GNU's: how many bytes of arguments are on the stack. It changes nothing here.</summary>
    ArgumentsSize = 0x2E,
}
