using System.Buffers.Binary;
using System.Text;

namespace Tarn.Sdk.Tool.Dwarf;

/// <summary>Runs the programs that a line table is packed into (DWARF 5, section 6.2; versions 2 to 5).</summary>
internal ref struct LineProgram
{
    // Opcodes of the state machine (section 6.2.5.2), and those behind a zero byte (6.2.5.3).
    private const byte Copy = 1, AdvancePc = 2, AdvanceLine = 3, SetFile = 4, ConstantAddPc = 8, FixedAdvancePc = 9;
    private const byte EndSequence = 1, SetAddress = 2;

    // What a column of a table of files holds, and in which form (sections 6.2.4.1 and 7.5.6).
    private const ulong ContentPath = 1, ContentDirectory = 2;
    private const ulong FormData2 = 0x05, FormData4 = 0x06, FormData8 = 0x07, FormText = 0x08, FormBlock = 0x09, FormData1 = 0x0B,
        FormTextOffset = 0x0E, FormUnsigned = 0x0F, FormData16 = 0x1E, FormLineTextOffset = 0x1F;

    private readonly ReadOnlySpan<byte> _section;
    private readonly ReadOnlySpan<byte> _lineTexts;
    private readonly ReadOnlySpan<byte> _texts;
    private int _position;

    private LineProgram(ReadOnlySpan<byte> section, ReadOnlySpan<byte> lineTexts, ReadOnlySpan<byte> texts)
    {
        _section = section;
        _lineTexts = lineTexts;
        _texts = texts;
    }

    /// <summary>The rows of every program of a section, in the order in which they are written there.</summary>
    /// <param name="section">The contents of <c>.debug_line</c>.</param>
    /// <param name="lineTexts">The contents of <c>.debug_line_str</c>, where version 5 has names of files.</param>
    /// <param name="texts">The contents of <c>.debug_str</c>.</param>
    /// <exception cref="InvalidDataException">The section is damaged, or of a version that this class does not read.</exception>
    public static List<LineRow> ReadAll(ReadOnlyMemory<byte> section, ReadOnlyMemory<byte> lineTexts, ReadOnlyMemory<byte> texts)
    {
        var rows = new List<LineRow>();
        var program = new LineProgram(section.Span, lineTexts.Span, texts.Span);
        try
        {
            while (program._position < section.Length)
            {
                program.ReadProgram(rows);
            }
        }
        catch (Exception exception) when (exception is ArgumentException or IndexOutOfRangeException)
        {
            throw new InvalidDataException("The line table is damaged.", exception);
        }

        return rows;
    }

    private void ReadProgram(List<LineRow> rows)
    {
        var length = ReadUInt32();
        if (length >= 0xFFFF_FFF0)
        {
            throw new InvalidDataException("The line table is of the 64-bit format.");
        }

        var end = _position + (int)length;
        var version = ReadUInt16();
        if (version is < 2 or > 5)
        {
            throw new InvalidDataException($"The line table is of version {version}.");
        }

        if (version == 5)
        {
            // Sizes of addresses and of segment selectors.
            _position += 2;
        }

        var programStart = (int)ReadUInt32() + _position;
        var minimumInstructionLength = ReadByte();
        if (version >= 4)
        {
            // Operations of one instruction word.
            _position++;
        }

        // Whether rows are statements at first.
        _position++;
        var lineBase = (sbyte)ReadByte();
        var lineRange = ReadByte();
        var opcodeBase = ReadByte();
        var operandCounts = _section.Slice(_position, opcodeBase - 1);
        _position += opcodeBase - 1;
        var files = version == 5 ? ReadFiles() : ReadFilesOfOldVersion();

        _position = programStart;
        ulong address = 0;
        var file = 1;
        var line = 1;
        while (_position < end)
        {
            var opcode = ReadByte();
            if (opcode >= opcodeBase)
            {
                var step = opcode - opcodeBase;
                address += (ulong)(step / lineRange * minimumInstructionLength);
                line += lineBase + step % lineRange;
                Add(isEnd: false);
                continue;
            }

            switch (opcode)
            {
                case 0:
                    var next = (int)ReadUnsigned() + _position;
                    switch (ReadByte())
                    {
                        case EndSequence:
                            Add(isEnd: true);
                            address = 0;
                            file = 1;
                            line = 1;
                            break;
                        case SetAddress:
                            address = ReadUInt64();
                            break;
                    }

                    _position = next;
                    break;
                case Copy:
                    Add(isEnd: false);
                    break;
                case AdvancePc:
                    address += ReadUnsigned() * minimumInstructionLength;
                    break;
                case AdvanceLine:
                    line += (int)ReadSigned();
                    break;
                case SetFile:
                    file = (int)ReadUnsigned();
                    break;
                case ConstantAddPc:
                    address += (ulong)((255 - opcodeBase) / lineRange * minimumInstructionLength);
                    break;
                case FixedAdvancePc:
                    address += ReadUInt16();
                    break;
                default:
                    for (var operand = 0; operand < operandCounts[opcode - 1]; operand++)
                    {
                        ReadUnsigned();
                    }

                    break;
            }
        }

        void Add(bool isEnd) => rows.Add(new LineRow(address, file < files.Count ? files[file] : "", line, isEnd));
    }

    /// <summary>Until version 4, lists of texts that end with an empty one. Files count from 1; directory 0 is not in the list.</summary>
    private List<string> ReadFilesOfOldVersion()
    {
        var directories = new List<string> { "" };
        while (ReadText() is { Length: > 0 } directory)
        {
            directories.Add(directory);
        }

        var files = new List<string> { "" };
        while (ReadText() is { Length: > 0 } name)
        {
            files.Add(Combine(directories, ReadUnsigned(), name));

            // Time and size.
            ReadUnsigned();
            ReadUnsigned();
        }

        return files;
    }

    private List<string> ReadFiles()
    {
        var directories = ReadEntries().ConvertAll(entry => entry.Name);
        for (var index = 1; index < directories.Count; index++)
        {
            directories[index] = Combine(directories, 0, directories[index]);
        }

        return ReadEntries().ConvertAll(entry => Combine(directories, entry.Directory, entry.Name));
    }

    /// <summary>From version 5 on, tables that say of which columns they are.</summary>
    private List<(string Name, ulong Directory)> ReadEntries()
    {
        var columns = new (ulong Content, ulong Form)[ReadByte()];
        for (var index = 0; index < columns.Length; index++)
        {
            columns[index] = (ReadUnsigned(), ReadUnsigned());
        }

        var entries = new List<(string, ulong)>();
        for (var count = ReadUnsigned(); count > 0; count--)
        {
            var name = "";
            ulong directory = 0;
            foreach (var (content, form) in columns)
            {
                var (text, number) = ReadForm(form);
                name = content == ContentPath ? text : name;
                directory = content == ContentDirectory ? number : directory;
            }

            entries.Add((name, directory));
        }

        return entries;
    }

    private (string Text, ulong Number) ReadForm(ulong form)
    {
        switch (form)
        {
            case FormText:
                return (ReadText(), 0);
            case FormLineTextOffset:
                return (TextAt(_lineTexts, (int)ReadUInt32()), 0);
            case FormTextOffset:
                return (TextAt(_texts, (int)ReadUInt32()), 0);
            case FormUnsigned:
                return ("", ReadUnsigned());
            case FormData1:
                return ("", ReadByte());
            case FormData2:
                return ("", ReadUInt16());
            case FormData4:
                return ("", ReadUInt32());
            case FormData8:
                return ("", ReadUInt64());
            case FormData16:
                _position += 16;
                return ("", 0);
            case FormBlock:
                _position += (int)ReadUnsigned();
                return ("", 0);
            default:
                throw new InvalidDataException($"The line table has a column of form 0x{form:x}.");
        }
    }

    private static string Combine(List<string> directories, ulong directory, string name) =>
        name.StartsWith('/') || directory >= (ulong)directories.Count || directories[(int)directory].Length == 0
            ? name
            : directories[(int)directory].TrimEnd('/') + "/" + name;

    private string ReadText()
    {
        var text = TextAt(_section, _position);
        _position += Encoding.UTF8.GetByteCount(text) + 1;
        return text;
    }

    private static string TextAt(ReadOnlySpan<byte> table, int offset)
    {
        var text = table[offset..];
        return Encoding.UTF8.GetString(text[..text.IndexOf((byte)0)]);
    }

    /// <summary>A number of 7 bits a byte, the lowest first (section 7.6).</summary>
    private ulong ReadUnsigned()
    {
        ulong value = 0;
        for (var shift = 0; ; shift += 7)
        {
            var part = ReadByte();
            value |= (ulong)(part & 0x7F) << shift;
            if ((part & 0x80) == 0)
            {
                return value;
            }
        }
    }

    private long ReadSigned()
    {
        long value = 0;
        for (var shift = 0; ;)
        {
            var part = ReadByte();
            value |= (long)(part & 0x7F) << shift;
            shift += 7;
            if ((part & 0x80) == 0)
            {
                return (part & 0x40) != 0 && shift < 64 ? value | -1L << shift : value;
            }
        }
    }

    private byte ReadByte() => _section[_position++];

    private ushort ReadUInt16()
    {
        _position += sizeof(ushort);
        return BinaryPrimitives.ReadUInt16LittleEndian(_section[(_position - sizeof(ushort))..]);
    }

    private uint ReadUInt32()
    {
        _position += sizeof(uint);
        return BinaryPrimitives.ReadUInt32LittleEndian(_section[(_position - sizeof(uint))..]);
    }

    private ulong ReadUInt64()
    {
        _position += sizeof(ulong);
        return BinaryPrimitives.ReadUInt64LittleEndian(_section[(_position - sizeof(ulong))..]);
    }
}
