namespace Tarn.Tests.Contract.Infrastructure;

/// <summary>A place in a section that takes the address of a symbol.</summary>
/// <param name="Section">The section that holds the place.</param>
/// <param name="Offset">The place's offset there.</param>
/// <param name="Symbol">The symbol.</param>
/// <param name="Addend">What is added to its address.</param>
internal sealed record ObjectRelocation(ObjectSection Section, ulong Offset, ObjectSymbol Symbol, long Addend);
