using System;
using Tarn.Kernel;

namespace Tarn.Boot;

/// <summary>Reads a loader's responses into <see cref="BootInformation"/>, checking every one of them.</summary>
/// <remarks>
/// What can be put right is put right and noted (<see cref="BootInformation.Repairs"/>); what cannot is an error that names it.
/// Runs before there is a heap: it allocates nothing.
/// </remarks>
public static unsafe class LimineParser
{
    private const ulong PageSize = 4096;

    /// <summary>No physical address has more than 52 bits (AMD64 manual volume 2, section 5.1).</summary>
    private const ulong PhysicalLimit = 1UL << 52;

    /// <summary>The first address of the higher half with four levels of page tables.</summary>
    private const ulong HigherHalf = 0xffff_8000_0000_0000;

    /// <summary>Strings of a loader are looked at this far for their end.</summary>
    private const int MaximumStringLength = 4096;

    /// <summary>Copies what the kernel keeps of a loader's responses.</summary>
    /// <param name="requests">The requests, with the responses filled in.</param>
    /// <param name="information">Receives the copy. It is usable only where the result's kind is <see cref="BootErrorKind.None"/>.</param>
    /// <returns>What makes a start impossible, if anything does.</returns>
    public static BootError Parse(in LimineRequests requests, ref BootInformation information)
    {
        var error = ReadBaseRevision(requests, ref information);
        if (error.Kind != BootErrorKind.None)
        {
            return error;
        }

        ReadLoader(requests, ref information);
        error = ReadDirectMap((LimineDirectMap*)requests.DirectMap.Response, ref information);
        if (error.Kind == BootErrorKind.None)
        {
            error = ReadKernelAddress((LimineKernelAddress*)requests.KernelAddress.Response, ref information);
        }

        if (error.Kind == BootErrorKind.None)
        {
            error = ReadMemoryMap((LimineMemoryMap*)requests.MemoryMap.Response, ref information);
        }

        if (error.Kind == BootErrorKind.None)
        {
            ReadFramebuffer((LimineFramebuffers*)requests.Framebuffer.Response, ref information);
        }

        return error;
    }

    /// <summary>The base revision that Requests.s asks for.</summary>
    public const int RequestedBaseRevision = 3;

    /// <summary>The least one that will do: what loaders have that came before <see cref="RequestedBaseRevision"/>, Limine 8.2 among them.</summary>
    public const int LeastBaseRevision = 2;

    /// <summary>Finds out by which revision the loader went.</summary>
    /// <remarks>
    /// <code>
    ///   third word   second word
    ///   0            any           the one asked for
    ///   as it was    a revision    that one: a loader that knows of revision 3, and has another
    ///   as it was    as it was     a loader from before revision 3: it takes the last one that it has
    /// </code>
    /// </remarks>
    private static BootError ReadBaseRevision(in LimineRequests requests, ref BootInformation information)
    {
        const ulong Magic1 = 0x6a7b_3849_4453_6bdc;
        ulong granted = requests.BaseRevision switch
        {
            0 => RequestedBaseRevision,
            RequestedBaseRevision when requests.BaseRevisionMagic1 == Magic1 => LeastBaseRevision,
            RequestedBaseRevision => requests.BaseRevisionMagic1,
            _ => requests.BaseRevision | 1UL << 63,
        };
        if (granted is < LeastBaseRevision or > RequestedBaseRevision)
        {
            return new BootError(BootErrorKind.BaseRevisionNotSupported, granted & ~(1UL << 63));
        }

        information.BaseRevision = (int)granted;
        return default;
    }

    private static void ReadLoader(in LimineRequests requests, ref BootInformation information)
    {
        var loader = (LimineBootloaderInformation*)requests.BootloaderInformation.Response;
        if (loader != null)
        {
            information.SetLoaderName(ReadString(loader->Name), ReadString(loader->Version));
        }
        else
        {
            information.SetLoaderName("a loader without a name"u8, default);
        }

        var firmware = (LimineFirmwareType*)requests.FirmwareType.Response;
        information.Firmware = firmware == null ? FirmwareKind.Unknown : firmware->Type switch
        {
            0 => FirmwareKind.Bios,
            1 => FirmwareKind.Uefi32,
            2 => FirmwareKind.Uefi64,
            _ => FirmwareKind.Unknown,
        };

        // The command line may be absent as well as the file: then it is empty.
        var file = (LimineKernelFile*)requests.KernelFile.Response;
        if (file != null && file->File != null)
        {
            information.SetCommandLine(ReadString(file->File->CommandLine));
        }

        var root = (LimineRootSystemDescriptionPointer*)requests.RootSystemDescriptionPointer.Response;
        information.RootSystemDescriptionPointer = root == null ? 0 : root->Address;
    }

    private static BootError ReadDirectMap(LimineDirectMap* response, ref BootInformation information)
    {
        if (response == null)
        {
            return new BootError(BootErrorKind.DirectMapMissing);
        }

        if (response->Offset % PageSize != 0 || response->Offset < HigherHalf)
        {
            return new BootError(BootErrorKind.DirectMapMalformed, response->Offset);
        }

        information.DirectMapOffset = response->Offset;

        // From base revision 3 on it is a physical address, and before that one in the direct map.
        if (information.RootSystemDescriptionPointer is > 0 and < PhysicalLimit)
        {
            information.RootSystemDescriptionPointer += response->Offset;
        }

        return default;
    }

    private static BootError ReadKernelAddress(LimineKernelAddress* response, ref BootInformation information)
    {
        if (response == null)
        {
            return new BootError(BootErrorKind.KernelAddressMissing);
        }

        if (response->PhysicalBase % PageSize != 0 || response->PhysicalBase >= PhysicalLimit)
        {
            return new BootError(BootErrorKind.KernelAddressMalformed, response->PhysicalBase);
        }

        if (response->VirtualBase % PageSize != 0 || response->VirtualBase < HigherHalf)
        {
            return new BootError(BootErrorKind.KernelAddressMalformed, response->VirtualBase);
        }

        information.KernelPhysicalBase = response->PhysicalBase;
        information.KernelVirtualBase = response->VirtualBase;
        return default;
    }

    private static BootError ReadMemoryMap(LimineMemoryMap* response, ref BootInformation information)
    {
        if (response == null)
        {
            return new BootError(BootErrorKind.MemoryMapMissing);
        }

        if (response->Count == 0 || response->Entries == null)
        {
            return new BootError(BootErrorKind.MemoryMapMalformed, response->Count);
        }

        if (response->Count > BootInformation.MaximumRegions)
        {
            return new BootError(BootErrorKind.MemoryMapTooLong, response->Count);
        }

        var regions = information.RegionStorage;
        var count = 0;
        for (ulong i = 0; i < response->Count; i++)
        {
            var entry = response->Entries[i];
            if (entry == null)
            {
                return new BootError(BootErrorKind.MemoryMapMalformed, i);
            }

            if (TryReadRegion(entry, ref information.Repairs, out var region))
            {
                regions[count++] = region;
            }
        }

        if (!MemoryMapNormalizer.TryNormalize(regions, ref count, ref information.Repairs))
        {
            return new BootError(BootErrorKind.MemoryMapTooLong, response->Count);
        }

        information.SetRegionCount(count);
        return information.UsableBytes == 0 ? new BootError(BootErrorKind.NoUsableMemory) : default;
    }

    private static bool TryReadRegion(LimineMemoryMapEntry* entry, ref BootRepairs repairs, out MemoryRegion region)
    {
        var (start, length, kind) = (entry->Base, entry->Length, (MemoryRegionKind)entry->Type);
        region = default;
        if (entry->Type > (ulong)MemoryRegionKind.Framebuffer)
        {
            kind = MemoryRegionKind.Reserved;
            repairs |= BootRepairs.UnknownKindsReserved;
        }

        if (length == 0)
        {
            repairs |= BootRepairs.EmptyRegionsDropped;
            return false;
        }

        if (start >= PhysicalLimit || length > PhysicalLimit - start)
        {
            repairs |= BootRepairs.RegionsCut;
            if (start >= PhysicalLimit)
            {
                return false;
            }

            length = PhysicalLimit - start;
        }

        region = new MemoryRegion(start, length, kind);
        return true;
    }

    private static void ReadFramebuffer(LimineFramebuffers* response, ref BootInformation information)
    {
        if (response == null || response->Count == 0 || response->Entries == null)
        {
            return;
        }

        var framebuffer = response->Entries[0];
        if (framebuffer == null || !IsPlausible(framebuffer))
        {
            information.Repairs |= BootRepairs.FramebufferIgnored;
            return;
        }

        information.Framebuffer = new FramebufferInformation
        {
            Address = (nuint)framebuffer->Address,
            Width = (uint)framebuffer->Width,
            Height = (uint)framebuffer->Height,
            Pitch = (uint)framebuffer->Pitch,
            BitsPerPixel = framebuffer->BitsPerPixel,
            MemoryModel = framebuffer->MemoryModel,
            RedSize = framebuffer->RedSize,
            RedShift = framebuffer->RedShift,
            GreenSize = framebuffer->GreenSize,
            GreenShift = framebuffer->GreenShift,
            BlueSize = framebuffer->BlueSize,
            BlueShift = framebuffer->BlueShift,
        };
    }

    private static bool IsPlausible(LimineFramebuffer* framebuffer)
    {
        const ulong Limit = 1 << 16;
        var rowBytes = framebuffer->Width * framebuffer->BitsPerPixel / 8;
        return (ulong)framebuffer->Address >= HigherHalf
            && framebuffer->Width is > 0 and < Limit
            && framebuffer->Height is > 0 and < Limit
            && framebuffer->BitsPerPixel is >= 8 and <= 64
            && framebuffer->Pitch >= rowBytes
            && framebuffer->Pitch < 16 * Limit;
    }

    private static ReadOnlySpan<byte> ReadString(byte* text)
    {
        if (text == null)
        {
            return default;
        }

        var length = 0;
        while (length < MaximumStringLength && text[length] != 0)
        {
            length++;
        }

        return new ReadOnlySpan<byte>(text, length);
    }
}
