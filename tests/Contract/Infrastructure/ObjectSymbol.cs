namespace Tarn.Tests.Contract.Infrastructure;

/// <summary>A symbol of an object file.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Section">The section that holds it, by number; 0 where the object does not define it.</param>
/// <param name="Value">Its offset in that section.</param>
/// <param name="Size">Bytes that it names; 0 where the object does not say.</param>
internal sealed record ObjectSymbol(string Name, int Section, ulong Value, ulong Size)
{
    /// <summary>Whether another object has to define it.</summary>
    public bool IsUndefined => Section == 0 && Name.Length != 0;
}
