namespace Tarn.Tests.Handlers.Allowed;

/// <summary>What two classes implement.</summary>
internal interface IOneOfTwo
{
    void Add();
}
