using System;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace Tarn.Kernel;

/// <summary>What the kernel knows of the machine it was started on: a copy, free of the loader's memory.</summary>
/// <remarks>
/// About 8 KiB, meant for a static field. It is filled in by a boot protocol's parser (Tarn.Boot.LimineParser) before there is a heap.
/// Nothing here allocates.
/// </remarks>
public struct BootInformation
{
    /// <summary>The most regions that <see cref="MemoryMap"/> holds. Firmware maps have about ten, large servers some hundred.</summary>
    public const int MaximumRegions = 256;

    /// <summary>The longest command line in bytes; what is beyond is cut off, and <see cref="Repairs"/> says so.</summary>
    public const int MaximumCommandLineLength = 1024;

    /// <summary>The longest loader's name with its version in bytes.</summary>
    public const int MaximumLoaderNameLength = 64;

    private RegionBuffer _regions;
    private CommandLineBuffer _commandLine;
    private LoaderNameBuffer _loaderName;
    private int _regionCount;
    private int _commandLineLength;
    private int _loaderNameLength;

    /// <summary>Added to a physical address, gives a virtual one that reaches the same memory: the base of the higher-half direct map.</summary>
    public ulong DirectMapOffset;

    /// <summary>Physical address of the kernel's first byte; page-aligned.</summary>
    public ulong KernelPhysicalBase;

    /// <summary>Virtual address of the kernel's first byte; page-aligned.</summary>
    public ulong KernelVirtualBase;

    /// <summary>Where ACPI's root pointer (RSDP) lies, in the direct map: 0 where there is none.</summary>
    public ulong RootSystemDescriptionPointer;

    /// <summary>The revision of the boot protocol that the loader granted.</summary>
    public int BaseRevision;

    /// <summary>The firmware underneath the loader.</summary>
    public FirmwareKind Firmware;

    /// <summary>The first usable framebuffer, if the loader left one on.</summary>
    public FramebufferInformation Framebuffer;

    /// <summary>What was wrong in the loader's answers and has been put right.</summary>
    public BootRepairs Repairs;

    /// <summary>Physical memory: sorted by address, free of overlaps, usable regions 4-KiB aligned. At least one region is usable.</summary>
    [UnscopedRef]
    public readonly ReadOnlySpan<MemoryRegion> MemoryMap => ((ReadOnlySpan<MemoryRegion>)_regions)[.._regionCount];

    /// <summary>The kernel's command line.</summary>
    [UnscopedRef]
    public readonly CommandLine CommandLine => new(((ReadOnlySpan<byte>)_commandLine)[.._commandLineLength]);

    /// <summary>The loader's name and version, UTF-8.</summary>
    [UnscopedRef]
    public readonly ReadOnlySpan<byte> LoaderName => ((ReadOnlySpan<byte>)_loaderName)[.._loaderNameLength];

    /// <summary>Bytes in usable regions.</summary>
    public readonly ulong UsableBytes
    {
        get
        {
            ulong total = 0;
            foreach (ref readonly var region in MemoryMap)
            {
                if (region.Kind == MemoryRegionKind.Usable)
                {
                    total += region.Length;
                }
            }

            return total;
        }
    }

    /// <summary>All the room for regions; a parser fills it and then calls <see cref="SetRegionCount"/>.</summary>
    [UnscopedRef]
    public Span<MemoryRegion> RegionStorage => _regions;

    /// <summary>Says how many entries of <see cref="RegionStorage"/> are the memory map.</summary>
    public void SetRegionCount(int count)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan((uint)count, (uint)MaximumRegions);
        _regionCount = count;
    }

    /// <summary>Copies the command line; one that is too long is cut, and <see cref="Repairs"/> says so.</summary>
    public void SetCommandLine(ReadOnlySpan<byte> text)
    {
        if (text.Length > MaximumCommandLineLength)
        {
            text = text[..MaximumCommandLineLength];
            Repairs |= BootRepairs.CommandLineCut;
        }

        text.CopyTo(_commandLine);
        _commandLineLength = text.Length;
    }

    /// <summary>Keeps the loader's name and version, with a space between them, as far as there is room.</summary>
    public void SetLoaderName(ReadOnlySpan<byte> name, ReadOnlySpan<byte> version)
    {
        Span<byte> room = _loaderName;
        name = name[..Math.Min(name.Length, room.Length)];
        name.CopyTo(room);
        _loaderNameLength = name.Length;
        room = room[name.Length..];
        if (version.Length > 0 && room.Length > 1)
        {
            room[0] = (byte)' ';
            version = version[..Math.Min(version.Length, room.Length - 1)];
            version.CopyTo(room[1..]);
            _loaderNameLength += 1 + version.Length;
        }
    }

    [InlineArray(MaximumRegions)]
    private struct RegionBuffer
    {
        private MemoryRegion _first;
    }

    [InlineArray(MaximumCommandLineLength)]
    private struct CommandLineBuffer
    {
        private byte _first;
    }

    [InlineArray(MaximumLoaderNameLength)]
    private struct LoaderNameBuffer
    {
        private byte _first;
    }
}
