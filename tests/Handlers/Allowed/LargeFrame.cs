using Tarn.Kernel;

namespace Tarn.Tests.Handlers.Allowed;

/// <summary>Has a frame of more than a page: its pages are touched one by one before it is made.</summary>
internal unsafe struct LargeFrame : IInterruptHandler
{
    public readonly void OnInterrupt()
    {
        Buffer buffer;
        buffer.Bytes[Surroundings.Index & 4095] = 1;
        Surroundings.Sum += buffer.Bytes[Surroundings.Sum & 4095];
    }

    private struct Buffer
    {
        public fixed byte Bytes[5000];
    }
}
