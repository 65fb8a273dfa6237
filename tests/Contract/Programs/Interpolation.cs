// An interpolated string.
using System.Runtime;

internal static class Interpolation
{
    [RuntimeExport("contract_interpolate")]
    public static string Interpolate(int number, string text) => $"{number}: {text,8} {number:x4}";
}
