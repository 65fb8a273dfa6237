namespace System.Collections.Generic;

/// <summary>Stands for items where there are only keys to sort.</summary>
internal readonly struct None
{
}
