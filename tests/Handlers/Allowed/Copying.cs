using Tarn.Kernel;

namespace Tarn.Tests.Handlers.Allowed;

/// <summary>Copies a struct that is larger than what the compiler copies in place.</summary>
internal struct Copying : IInterruptHandler
{
    private static Buffer s_from;
    private static Buffer s_to;

    public readonly unsafe void OnInterrupt()
    {
        s_to = s_from;
        s_from.Bytes[0]++;
    }

    private unsafe struct Buffer
    {
        public fixed byte Bytes[2000];
    }
}
