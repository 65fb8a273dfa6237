using System.Collections.Generic;

namespace System;

public static class Nullable
{
    public static int Compare<T>(T? n1, T? n2)
        where T : struct
    {
        if (n1.HasValue)
        {
            return n2.HasValue ? Comparer<T>.Default.Compare(n1.GetValueOrDefault(), n2.GetValueOrDefault()) : 1;
        }

        return n2.HasValue ? -1 : 0;
    }

    public static bool Equals<T>(T? n1, T? n2)
        where T : struct
    {
        if (n1.HasValue)
        {
            return n2.HasValue && EqualityComparer<T>.Default.Equals(n1.GetValueOrDefault(), n2.GetValueOrDefault());
        }

        return !n2.HasValue;
    }

    public static ref readonly T GetValueRefOrDefaultRef<T>(ref readonly T? nullable)
        where T : struct => ref Nullable<T>.GetValueRef(in nullable);
}
