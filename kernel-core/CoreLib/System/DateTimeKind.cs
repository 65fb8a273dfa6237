namespace System;

/// <summary>Whether a moment is in universal time, in local time, or nobody said.</summary>
public enum DateTimeKind
{
    Unspecified,
    Utc,
    Local,
}
