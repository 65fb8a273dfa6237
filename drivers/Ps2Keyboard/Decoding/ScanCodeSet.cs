namespace Tarn.Drivers;

/// <summary>The languages in which a keyboard tells of its keys.</summary>
public enum ScanCodeSet : byte
{
    /// <summary>That of the IBM PC XT: a key that is released sends its code with the highest bit set.</summary>
    Set1 = 1,

    /// <summary>That of the IBM PC AT, which every PS/2 keyboard speaks: a key that is released sends 0xF0 before its code.</summary>
    Set2 = 2,
}
