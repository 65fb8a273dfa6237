using System.Runtime.InteropServices;
using System.Text;
using Tarn.Boot;
using Tarn.Kernel;

namespace Tarn.Tests.Host.Boot;

/// <summary>A loader in memory: it answers the kernel's requests with what a test wants answered.</summary>
internal sealed unsafe class FakeLoader : IDisposable
{
    private readonly List<nint> _blocks = [];
    private LimineRequests _requests;

    public FakeLoader()
    {
        // What a well-behaved loader would say; each test then spoils one thing.
        _requests.BaseRevision = 0;
        SetLoader("Fake", "1.0");
        SetMemoryMap((0x1000, 0x9e000, 0), (0x10_0000, 0x10_0000, 1), (0x20_0000, 0x100_0000, 0));
        SetDirectMap(0xffff_8000_0000_0000);
        SetKernelAddress(0x20_0000, 0xffff_ffff_8020_0000);
    }

    public ref LimineRequests Requests => ref _requests;

    public void Dispose()
    {
        foreach (var block in _blocks)
        {
            NativeMemory.Free((void*)block);
        }
    }

    public BootError Parse(out BootInformation information)
    {
        information = default;
        return LimineParser.Parse(in _requests, ref information);
    }

    public void SetLoader(string name, string version)
    {
        var response = Allocate<LimineBootloaderInformation>();
        response->Name = AllocateString(name);
        response->Version = AllocateString(version);
        _requests.BootloaderInformation.Response = response;
    }

    public void SetFirmware(ulong type)
    {
        var response = Allocate<LimineFirmwareType>();
        response->Type = type;
        _requests.FirmwareType.Response = response;
    }

    public void SetDirectMap(ulong offset)
    {
        var response = Allocate<LimineDirectMap>();
        response->Offset = offset;
        _requests.DirectMap.Response = response;
    }

    public void SetKernelAddress(ulong physical, ulong virtualBase)
    {
        var response = Allocate<LimineKernelAddress>();
        response->PhysicalBase = physical;
        response->VirtualBase = virtualBase;
        _requests.KernelAddress.Response = response;
    }

    public void SetCommandLine(string? text)
    {
        var response = Allocate<LimineKernelFile>();
        response->File = Allocate<LimineFile>();
        response->File->CommandLine = text is null ? null : AllocateString(text);
        _requests.KernelFile.Response = response;
    }

    public void SetRootPointer(ulong address)
    {
        var response = Allocate<LimineRootSystemDescriptionPointer>();
        response->Address = address;
        _requests.RootSystemDescriptionPointer.Response = response;
    }

    public LimineMemoryMap* SetMemoryMap(params (ulong Base, ulong Length, ulong Type)[] entries)
    {
        var response = Allocate<LimineMemoryMap>();
        response->Count = (ulong)entries.Length;
        response->Entries = (LimineMemoryMapEntry**)AllocateBytes((nuint)(entries.Length + 1) * 8);
        for (var i = 0; i < entries.Length; i++)
        {
            var entry = Allocate<LimineMemoryMapEntry>();
            (entry->Base, entry->Length, entry->Type) = entries[i];
            response->Entries[i] = entry;
        }

        _requests.MemoryMap.Response = response;
        return response;
    }

    public LimineFramebuffer* SetFramebuffer()
    {
        var response = Allocate<LimineFramebuffers>();
        response->Count = 1;
        response->Entries = (LimineFramebuffer**)AllocateBytes(8);
        var framebuffer = Allocate<LimineFramebuffer>();
        framebuffer->Address = (void*)0xffff_8000_fd00_0000;
        framebuffer->Width = 1280;
        framebuffer->Height = 800;
        framebuffer->Pitch = 5120;
        framebuffer->BitsPerPixel = 32;
        framebuffer->MemoryModel = 1;
        (framebuffer->RedSize, framebuffer->GreenSize, framebuffer->BlueSize) = (8, 8, 8);
        (framebuffer->RedShift, framebuffer->GreenShift, framebuffer->BlueShift) = (16, 8, 0);
        response->Entries[0] = framebuffer;
        _requests.Framebuffer.Response = response;
        return framebuffer;
    }

    private T* Allocate<T>()
        where T : unmanaged => (T*)AllocateBytes((nuint)sizeof(T));

    private byte* AllocateString(string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        var block = AllocateBytes((nuint)bytes.Length + 1);
        bytes.CopyTo(new Span<byte>(block, bytes.Length));
        return block;
    }

    private byte* AllocateBytes(nuint size)
    {
        var block = (byte*)NativeMemory.AllocZeroed(size);
        _blocks.Add((nint)block);
        return block;
    }
}
