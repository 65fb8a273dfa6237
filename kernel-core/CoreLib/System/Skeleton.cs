namespace System
{
    internal static class HashCode
    {
        internal static int Combine<T1, T2>(T1 a, T2 b) => (a!.GetHashCode() * 31) + b!.GetHashCode();
        internal static int Combine<T1, T2, T3>(T1 a, T2 b, T3 c) => Combine(Combine(a, b), c);
        internal static int Combine<T1, T2, T3, T4>(T1 a, T2 b, T3 c, T4 d) => Combine(Combine(a, b, c), d);
        internal static int Combine<T1, T2, T3, T4, T5>(T1 a, T2 b, T3 c, T4 d, T5 e) => Combine(Combine(a, b, c, d), e);
        internal static int Combine<T1, T2, T3, T4, T5, T6>(T1 a, T2 b, T3 c, T4 d, T5 e, T6 f) => Combine(Combine(a, b, c, d, e), f);
        internal static int Combine<T1, T2, T3, T4, T5, T6, T7>(T1 a, T2 b, T3 c, T4 d, T5 e, T6 f, T7 g) => Combine(Combine(a, b, c, d, e, f), g);
        internal static int Combine<T1, T2, T3, T4, T5, T6, T7, T8>(T1 a, T2 b, T3 c, T4 d, T5 e, T6 f, T7 g, T8 h) => Combine(Combine(a, b, c, d, e, f, g), h);
    }
}
