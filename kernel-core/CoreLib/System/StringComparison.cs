namespace System;

/// <summary>
/// There is no culture but the invariant one, which compares by code units: the culture members behave like the ordinal ones.
/// </summary>
public enum StringComparison
{
    CurrentCulture = 0,
    CurrentCultureIgnoreCase = 1,
    InvariantCulture = 2,
    InvariantCultureIgnoreCase = 3,
    Ordinal = 4,
    OrdinalIgnoreCase = 5,
}
