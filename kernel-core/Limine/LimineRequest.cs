using System.Runtime.InteropServices;

namespace Tarn.Boot;

/// <summary>One request of the Limine boot protocol, 48 bytes.</summary>
[StructLayout(LayoutKind.Sequential)]
public unsafe struct LimineRequest
{
    /// <summary>The first two words of every request's id.</summary>
    public const ulong CommonId0 = 0xc7b1dd30df4c8b88, CommonId1 = 0x0a82e883a194f07b;

    /// <summary>The third word of a request's id, by which a loader knows what is asked.</summary>
    public const ulong
        BootloaderInformationId = 0xf55038d8e2a1202f,
        FirmwareTypeId = 0x8c2f75d90bef28a8,
        MemoryMapId = 0x67cf3d9d378a806f,
        DirectMapId = 0x48dcf1cb8ad2b852,
        KernelAddressId = 0x71ba76863cc55f63,
        KernelFileId = 0xad97e90e83f1ed67,
        RootSystemDescriptionPointerId = 0xc5e77b6b397e7b43,
        FramebufferId = 0x9d5827dcd881dd75;

    /// <summary>The id: two words that all requests share, two that say which this is.</summary>
    public ulong Id0, Id1, Id2, Id3;

    /// <summary>The request's own revision.</summary>
    public ulong Revision;

    /// <summary>Written by the loader: the response, or null where the loader does not know the request.</summary>
    public void* Response;
}
