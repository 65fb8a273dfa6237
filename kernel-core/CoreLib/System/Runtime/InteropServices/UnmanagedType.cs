namespace System.Runtime.InteropServices;

/// <summary>
/// How a value is marshalled. Nothing is marshalled here: C# asks for the type by name when it writes an <c>unmanaged</c> constraint.
/// </summary>
public enum UnmanagedType
{
    Bool = 2,
    I1 = 3,
    U1 = 4,
    I2 = 5,
    U2 = 6,
    I4 = 7,
    U4 = 8,
    I8 = 9,
    U8 = 10,
    R4 = 11,
    R8 = 12,
}
