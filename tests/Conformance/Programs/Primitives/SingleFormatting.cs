using System;

namespace Tarn.Conformance;

/// <summary>Floats as text.</summary>
public static class SingleFormatting
{
    public static void Run()
    {
        float[] values =
        [
            0, -0f, 1, 0.1f, 0.3f, 1f / 3, 16777216, 16777217, 123456.789f, 1e7f, 1e8f, 1e9f, 1e10f, 123456789, 1234567890, 1e-4f, 1e-5f,
            float.MaxValue, float.MinValue, float.Epsilon, 1.17549435E-38f, 3.14159274f,
            2.71828175f, float.NaN, float.PositiveInfinity, float.NegativeInfinity, 8.5f, 0.5f, 33181200, 990857860,
        ];
        foreach (var value in values)
        {
            Console.WriteLine(
                $"{value} {value:R} {value:G9} {value:E3} {value:F2} {value:N1} {value:0.00} {value:G3} {value:P0} {(double)value}");
        }

        var state = 1u;
        for (var i = 0; i < 120; i++)
        {
            state = (state * 1664525) + 1013904223;
            var number = BitConverter.UInt32BitsToSingle(state);
            var text = number.ToString();
            Console.WriteLine(text + " " + (state / 1024f).ToString() + (float.Parse(text).Equals(number) ? " same" : " other"));
        }
    }
}
