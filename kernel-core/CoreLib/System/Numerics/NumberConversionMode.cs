namespace System.Numerics;

internal enum NumberConversionMode
{
    Checked,
    Saturating,
    Truncating,
}
