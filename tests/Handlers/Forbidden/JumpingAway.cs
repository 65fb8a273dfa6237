using Tarn.Kernel;

namespace Tarn.Tests.Handlers.Forbidden;

/// <summary>Calls assembly that makes a far jump.</summary>
internal struct JumpingAway : IInterruptHandler
{
    public readonly void OnInterrupt() => Assembly.JumpFar(); // reported
}
