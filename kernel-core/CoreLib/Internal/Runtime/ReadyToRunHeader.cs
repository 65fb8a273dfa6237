using System.Runtime;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Internal.Runtime;

/// <summary>The directory of the tables that ILC made for this library.</summary>
[StructLayout(LayoutKind.Sequential)]
internal readonly unsafe struct ReadyToRunHeader
{
    private const uint ExpectedSignature = 0x00525452;
    private const ushort ExpectedMajorVersion = 16;

    private readonly uint _signature;
    private readonly ushort _majorVersion;
    private readonly ushort _minorVersion;
    private readonly uint _flags;
    private readonly ushort _sectionCount;
    private readonly byte _entrySize;
    private readonly byte _entryType;

    [StructLayout(LayoutKind.Sequential)]
    private readonly struct Entry
    {
        public readonly ReadyToRunSection Id;
        public readonly int Flags;
        public readonly byte* Start;
        public readonly byte* End;
    }

    /// <summary>
    /// The header between the linker's bounds. All assemblies of an image are compiled as one module, and tables are found on that
    /// assumption.
    /// </summary>
    internal static ReadyToRunHeader* FindOnly()
    {
        ReadyToRunHeader* module = null;
        for (var current = ModulesStart(); current < ModulesEnd(); current++)
        {
            if (*current is null)
            {
                continue;
            }

            if (module is not null)
            {
                FailFast.Panic("The image was linked from several ILC modules; compile all its assemblies as one."u8);
            }

            module = *current;
        }

        if (module is null || module->_signature != ExpectedSignature || module->_majorVersion != ExpectedMajorVersion ||
            module->_entrySize != sizeof(Entry))
        {
            FailFast.Panic("The image has no ReadyToRun header of the version this core library was written for."u8);
        }

        return module;
    }

    /// <summary>Where a section begins; with <paramref name="byteCount"/> 0 if there is none.</summary>
    internal byte* Section(ReadyToRunSection id, out nint byteCount)
    {
        var entry = (Entry*)((byte*)Unsafe.AsPointer(in this) + sizeof(ReadyToRunHeader));
        for (var i = 0; i < _sectionCount; i++, entry++)
        {
            if (entry->Id == id)
            {
                byteCount = (nint)(entry->End - entry->Start);
                return entry->Start;
            }
        }

        byteCount = 0;
        return null;
    }

    [MethodImpl(MethodImplOptions.InternalCall)]
    [RuntimeImport("*", "tarn_modules_start")]
    private static extern ReadyToRunHeader** ModulesStart();

    [MethodImpl(MethodImplOptions.InternalCall)]
    [RuntimeImport("*", "tarn_modules_end")]
    private static extern ReadyToRunHeader** ModulesEnd();
}
