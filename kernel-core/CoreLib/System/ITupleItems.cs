using System.Runtime.CompilerServices;

namespace System;

/// <summary>What the tuples have in common: a tuple nested as the eighth element writes its items into the text of the outer one.</summary>
internal interface ITupleItems
{
    void AppendItems(ref DefaultInterpolatedStringHandler builder);
}
