namespace Tarn.Tests.Handlers.Allowed;

/// <summary>Adds 1.</summary>
internal sealed class First : IOneOfTwo
{
    public void Add() => Surroundings.Sum += 1;
}
