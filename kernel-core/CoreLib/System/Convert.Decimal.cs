namespace System;

public static partial class Convert
{
    public static decimal ToDecimal(decimal value) => value;

    public static decimal ToDecimal(bool value) => value ? 1 : 0;

    public static decimal ToDecimal(sbyte value) => value;

    public static decimal ToDecimal(byte value) => value;

    public static decimal ToDecimal(short value) => value;

    public static decimal ToDecimal(ushort value) => value;

    public static decimal ToDecimal(int value) => value;

    public static decimal ToDecimal(uint value) => value;

    public static decimal ToDecimal(long value) => value;

    public static decimal ToDecimal(ulong value) => value;

    public static decimal ToDecimal(float value) => (decimal)value;

    public static decimal ToDecimal(double value) => (decimal)value;

    /// <summary>0 for null.</summary>
    public static decimal ToDecimal(string? value) => value is null ? 0 : decimal.Parse(value);

    /// <inheritdoc cref="ToDecimal(string)"/>
    public static decimal ToDecimal(string? value, IFormatProvider? provider) => ToDecimal(value);

    public static bool ToBoolean(decimal value) => value != 0;

    public static sbyte ToSByte(decimal value) => (sbyte)decimal.Round(value);

    public static byte ToByte(decimal value) => (byte)decimal.Round(value);

    public static short ToInt16(decimal value) => (short)decimal.Round(value);

    public static ushort ToUInt16(decimal value) => (ushort)decimal.Round(value);

    public static int ToInt32(decimal value) => (int)decimal.Round(value);

    public static uint ToUInt32(decimal value) => (uint)decimal.Round(value);

    public static long ToInt64(decimal value) => (long)decimal.Round(value);

    public static ulong ToUInt64(decimal value) => (ulong)decimal.Round(value);

    public static float ToSingle(decimal value) => (float)value;

    public static double ToDouble(decimal value) => (double)value;

    public static string ToString(decimal value) => value.ToString();

    public static string ToString(decimal value, IFormatProvider? provider) => value.ToString();
}
