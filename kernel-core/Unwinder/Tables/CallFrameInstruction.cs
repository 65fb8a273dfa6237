namespace Tarn.Unwinding;

/// <summary>Those instructions of call frame information whose upper two bits are zero that compilers and assemblers write (DWARF 5, table 7.29).</summary>
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
}
