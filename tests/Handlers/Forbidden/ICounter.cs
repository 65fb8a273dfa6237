namespace Tarn.Tests.Handlers.Forbidden;

/// <summary>What many classes implement.</summary>
internal interface ICounter
{
    void Count();
}
