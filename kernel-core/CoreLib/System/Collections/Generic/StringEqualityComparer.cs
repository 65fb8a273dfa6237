namespace System.Collections.Generic;

/// <summary>ILC: what <see cref="EqualityComparer{T}.Default"/> is for strings.</summary>
internal sealed class StringEqualityComparer : EqualityComparer<string>
{
    public override bool Equals(string? x, string? y) => string.Equals(x, y);

    public override int GetHashCode(string obj) => obj is null ? 0 : obj.GetHashCode();

    public override bool Equals(object? obj) => obj is StringEqualityComparer;

    public override int GetHashCode() => 5;
}
