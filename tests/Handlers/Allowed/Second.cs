namespace Tarn.Tests.Handlers.Allowed;

/// <summary>Adds 2.</summary>
internal sealed class Second : IOneOfTwo
{
    public void Add() => Surroundings.Sum += 2;
}
