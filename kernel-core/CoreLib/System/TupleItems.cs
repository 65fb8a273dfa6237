using System.Collections;
using System.Runtime.CompilerServices;

namespace System;

internal static class TupleItems
{
    public static string ToString<TTuple>(TTuple tuple)
        where TTuple : ITupleItems
    {
        var builder = new DefaultInterpolatedStringHandler(2, 0);
        builder.AppendFormatted('(');
        tuple.AppendItems(ref builder);
        builder.AppendFormatted(')');
        return builder.ToStringAndClear();
    }

    public static int GetHashCode(object? item, IEqualityComparer comparer) => item is null ? 0 : comparer.GetHashCode(item);
}
