using System.Buffers.Binary;

namespace Tarn.Tests.Emulator.Machine;

/// <summary>The program headers and sections of a 64-bit ELF file (System V ABI, chapters 4 and 5).</summary>
public sealed class ElfImage
{
    private const uint Load = 1;
    private const uint NoBits = 8;
    private const ulong Allocated = 2;

    private readonly byte[] _file;

    /// <summary>Reads an image.</summary>
    /// <exception cref="InvalidDataException">The file is not a 64-bit, little-endian ELF.</exception>
    public ElfImage(string path)
    {
        _file = File.ReadAllBytes(path);
        if (!_file.AsSpan().StartsWith((ReadOnlySpan<byte>)[0x7F, .. "ELF"u8, 2, 1]))
        {
            throw new InvalidDataException($"{path} is not a 64-bit, little-endian ELF.");
        }
    }

    /// <summary>The loadable segments: virtual address, size in memory, and permissions.</summary>
    public IEnumerable<ElfSegment> Segments
    {
        get
        {
            var table = (int)UInt64(32);
            for (var index = 0; index < UInt16(56); index++)
            {
                var entry = table + (index * UInt16(54));
                if (UInt32(entry) == Load)
                {
                    var flags = UInt32(entry + 4);
                    yield return new ElfSegment(
                        UInt64(entry + 16),
                        UInt64(entry + 40),
                        IsReadable: (flags & 4) != 0,
                        IsWritable: (flags & 2) != 0,
                        IsExecutable: (flags & 1) != 0);
                }
            }
        }
    }

    /// <summary>
    /// The size of the file without what <c>strip -s</c> takes out: symbols, their names, and all other sections that are not loaded, with
    /// their headers.
    /// </summary>
    public long StrippedSize
    {
        get
        {
            var table = (int)UInt64(40);
            var removed = 0L;
            for (var index = 0; index < UInt16(60); index++)
            {
                var entry = table + (index * UInt16(58));
                var isKept = (UInt64(entry + 8) & Allocated) != 0 || index == UInt16(62);
                if (!isKept && UInt32(entry + 4) != NoBits)
                {
                    removed += (long)UInt64(entry + 32) + UInt16(58);
                }
            }

            return _file.Length - removed;
        }
    }

    private ushort UInt16(int offset) => BinaryPrimitives.ReadUInt16LittleEndian(_file.AsSpan(offset));

    private uint UInt32(int offset) => BinaryPrimitives.ReadUInt32LittleEndian(_file.AsSpan(offset));

    private ulong UInt64(int offset) => BinaryPrimitives.ReadUInt64LittleEndian(_file.AsSpan(offset));
}
