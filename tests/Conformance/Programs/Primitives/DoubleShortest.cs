using System;

namespace Tarn.Conformance;

/// <summary>Doubles as the shortest text that reads back as the same number.</summary>
public static class DoubleShortest
{
    public static void Run()
    {
        double[] values =
        [
            0, -0.0, 1, -1, 0.1, 0.2, 0.3, 0.1 + 0.2, 1.0 / 3, 2.0 / 3, 100, 1e15, 1e16, 1e17, 123456789012345680, 1e21, 1e22, 1e23,
            9007199254740991, 9007199254740992, 9007199254740993, 0.0001, 0.00001,
            1.5e-5, 123e-7, double.MaxValue, double.MinValue, double.Epsilon, 2.2250738585072014E-308, 2.225073858507201E-308, 4.35, 0.5,
            5e-324, 1.7976931348623157E+308, 9.5, 3.141592653589793,
            2.718281828459045, 1e-323, 6.02214076e23, 1.602176634e-19, double.NaN, double.PositiveInfinity, double.NegativeInfinity,
            1e300 * 1e10, 65536.0 * 65536.0 * 65536.0, 0.3e-3, 12345.678,
        ];
        foreach (var value in values)
        {
            Console.WriteLine(value.ToString() + " " + value.ToString("R") + " " + (-value).ToString("G"));
        }

        var state = 0x9E37_79B9_7F4A_7C15UL;
        for (var i = 0; i < 200; i++)
        {
            state ^= state >> 12;
            state ^= state << 25;
            state ^= state >> 27;
            var number = BitConverter.UInt64BitsToDouble(state * 0x2545_F491_4F6C_DD1D);
            var small = (state >> 40) / 1000.0;
            var text = number.ToString();
            Console.WriteLine(text + " " + small.ToString() + (double.Parse(text).Equals(number) ? " same" : " other"));
        }
    }
}
