namespace Tarn.Tests.Handlers.Forbidden;

/// <summary>Counts by two.</summary>
internal sealed class TwoCounter : AbstractCounter
{
    public override void Count() => Surroundings.Sum += 2;

    public override void CountDown() => Surroundings.Sum -= 2;
}
