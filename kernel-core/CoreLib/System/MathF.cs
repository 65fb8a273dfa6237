namespace System;

public static partial class MathF
{
    public const float E = 2.71828183f;

    public const float PI = 3.14159265f;

    public const float Tau = 6.283185307f;

    public static float Abs(float x) => Math.Abs(x);

    public static float Truncate(float x) => (float)Math.Truncate((double)x);
}
