namespace Tarn.Tests.Host.Memory;

/// <summary>What a frame is to a frame allocator.</summary>
internal enum FrameState : byte
{
    Outside,
    Free,
    Taken,
}
