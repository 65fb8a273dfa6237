namespace Tarn.Tests.Handlers.Forbidden;

/// <summary>What many classes derive from.</summary>
internal abstract class AbstractCounter : ICounter
{
    public abstract void Count();

    public abstract void CountDown();
}
