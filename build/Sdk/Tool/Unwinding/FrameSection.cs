using Tarn.Sdk.Tool.Elf;

namespace Tarn.Sdk.Tool.Unwinding;

/// <summary>What <c>.eh_frame</c> and <c>.dotnet_eh_table</c> of a linked image say of its functions.</summary>
/// <remarks>
/// <code>
///   common information                            description
///     length          4                             length        4
///     0               4                             back to the common information, from here  4
///     version         1                             function      4, relative to here
///     augmentation    a string: z, R, L, S          its length    4
///     code alignment  1, as LEB128                  augmentation  its length; with L, the handlers: 4, relative to here
///     data alignment  -8, as LEB128                 instructions  to the end
///     return address  16
///     augmentation    its length; a byte for each R, L
///     instructions    to the end
///
///   handlers of a method                          handlers of a funclet (a handler or a filter)
///     flags             1                           flags                                      1
///     associated data   4, if 0x10                  the method's handlers, relative to here    4
///     clauses           4, if 0x04:                 bytes from the method's start              4
///                       relative to here
/// </code>
/// That is what ILC and GNU as write for x86_64; what is written otherwise is refused. Source: DWARF 5, section 6.4.1; Linux Standard Base Core 5.0,
/// section 10.6.1; ILC 10.0 (dotnet/runtime, <c>UnixNativeCodeManager.cpp</c>).
/// </remarks>
internal static class FrameSection
{
    private const string Name = ".eh_frame";

    /// <summary>Pointers have 32 bits and are relative to where they stand.</summary>
    private const byte RelativeEncoding = 0x1B;

    private const byte KindMask = 0x03, HasClauses = 0x04, HasAssociatedData = 0x10;

    /// <summary>Reads all functions, by address.</summary>
    /// <exception cref="InvalidDataException">Something is cut off, or written in a form that the kernel is not made for.</exception>
    public static IReadOnlyList<FunctionFrame> Read(ElfFile image)
    {
        var section = image.Sections.FirstOrDefault(section => section.Name == Name) ?? throw new InvalidDataException($"there is no {Name}");
        var content = section.Content.Span;
        var reader = new FrameBytes(content);
        var functions = new List<FunctionFrame>();
        while (reader.HasMore)
        {
            var length = reader.ReadInt32();
            var start = reader.Position;
            var entry = new FrameBytes(reader.Take((uint)length));
            if (length == 0 || entry.ReadInt32() is not (> 0 and var distance))
            {
                continue;
            }

            var common = new FrameBytes(content[(start - distance)..]);
            functions.Add(ReadDescription(image, section.Address + (uint)start, entry, new FrameBytes(common.Take((uint)common.ReadInt32()))));
        }

        functions.Sort((left, right) => left.Start.CompareTo(right.Start));
        return functions;
    }

    private static FunctionFrame ReadDescription(ElfFile image, ulong address, FrameBytes entry, FrameBytes common)
    {
        var (hasHandlers, isInterrupt) = ReadCommon(ref common);
        var start = ReadRelative(address, ref entry);
        var end = start + (uint)entry.ReadInt32();
        var augmentationLength = entry.ReadNumber();
        var augmentationAddress = address + (uint)entry.Position;
        var augmentation = new FrameBytes(entry.Take(augmentationLength));
        var handlers = hasHandlers ? ReadRelative(augmentationAddress, ref augmentation) : 0;

        var program = FrameProgram.Of(common.Rest, entry.Rest, isInterrupt);
        var (clauses, methodStart) = handlers == 0 ? (0, start) : ReadHandlers(image, handlers, start);
        return new FunctionFrame(start, end, program, clauses, methodStart);
    }

    private static (bool HasHandlers, bool IsInterrupt) ReadCommon(ref FrameBytes common)
    {
        var (hasHandlers, isInterrupt, encodings) = (false, false, 0);
        Expect(common.ReadInt32() == 0 && common.ReadByte() == 1 && common.ReadByte() == 'z', "version");
        for (var letter = common.ReadByte(); letter != 0; letter = common.ReadByte())
        {
            Expect(letter is (byte)'R' or (byte)'L' or (byte)'S', "augmentation");
            hasHandlers |= letter == 'L';
            isInterrupt |= letter == 'S';
            encodings += letter == 'S' ? 0 : 1;
        }

        Expect(common.ReadNumber() == 1 && common.ReadNumber() == 0x78 && common.ReadByte() == 16, "alignment");
        Expect(common.ReadNumber() == (uint)encodings, "augmentation");
        for (; encodings > 0; encodings--)
        {
            Expect(common.ReadByte() == RelativeEncoding, "encoding of pointers");
        }

        return (hasHandlers, isInterrupt);
    }

    private static (ulong Clauses, ulong MethodStart) ReadHandlers(ElfFile image, ulong address, ulong start)
    {
        var handlers = BytesAt(image, address);
        var flags = handlers.ReadByte();
        if ((flags & KindMask) != 0)
        {
            var method = ReadRelative(address, ref handlers);
            start -= (uint)handlers.ReadInt32();
            address = method;
            handlers = BytesAt(image, method);
            flags = handlers.ReadByte();
        }

        if ((flags & HasAssociatedData) != 0)
        {
            handlers.ReadInt32();
        }

        return (flags & HasClauses) != 0 ? (ReadRelative(address, ref handlers), start) : (0, start);
    }

    /// <summary>A pointer, relative to where it stands.</summary>
    private static ulong ReadRelative(ulong start, ref FrameBytes reader)
    {
        var position = start + (uint)reader.Position;
        var distance = reader.ReadInt32();
        return distance == 0 ? 0 : position + (ulong)distance;
    }

    private static FrameBytes BytesAt(ElfFile image, ulong address)
    {
        var section = image.Sections.FirstOrDefault(section => section.Holds(address)) ?? throw new InvalidDataException("an unwinding table points out of the image");
        return new FrameBytes(section.Content.Span[(int)(address - section.Address)..]);
    }

    private static void Expect(bool isAsKnown, string what)
    {
        if (!isAsKnown)
        {
            throw new InvalidDataException($"{Name} has an unknown {what}");
        }
    }
}
