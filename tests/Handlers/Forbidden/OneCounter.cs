namespace Tarn.Tests.Handlers.Forbidden;

/// <summary>Counts by one.</summary>
internal sealed class OneCounter : AbstractCounter
{
    public override void Count() => Surroundings.Sum++;

    public override void CountDown() => Surroundings.Sum--;
}
