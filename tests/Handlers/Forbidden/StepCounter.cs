using System.Runtime.CompilerServices;

namespace Tarn.Tests.Handlers.Forbidden;

/// <summary>Counts by the size of a type: with each, another class.</summary>
internal sealed class StepCounter<T> : AbstractCounter
{
    public override void Count() => Surroundings.Sum += Unsafe.SizeOf<T>();

    public override void CountDown() => Surroundings.Sum -= Unsafe.SizeOf<T>();
}
