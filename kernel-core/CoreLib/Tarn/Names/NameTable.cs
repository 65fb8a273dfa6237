using System;

namespace Tarn.Names;

/// <summary>
/// The names of an image's types and methods, as the build wrote them after a first link: by address, compressed (docs/names.md).
/// </summary>
/// <remarks>
/// <para>
/// Nothing in the table is trusted: it is read in a panic, when anything may have been overwritten. Whatever its bytes are, a look-up reads
/// inside of them only, ends, and throws nothing. It allocates nothing, takes no lock, and may run in an interrupt. A look-up walks through
/// the table from its start: some thousand instructions in a small kernel.
/// </para>
/// <code>
///  offset  bytes  meaning (numbers are little-endian)
///       0      4  magic: "TNM1"
///       4      4  length of the table
///       8      8  address of the first method
///      16      4  how many bytes of code the methods cover
///      20      4  where the methods begin in the table
///      24      8  address of the first method table
///      32      2  how many types have a method table
///      34      2  L, how many bytes occur in names; the first is 0, the end of each name
///      36      2  R, how many rules there are
///      38      1  W, how many codes have one byte
///      39      1  the first of them that ends a name
///      40      2  the first code of two bytes that ends a name
///      42      L  the bytes that occur
///    42+L     3R  the rules: two codes of 12 bits each
///       …         the types, each: distance from the method table before in units of 8 bytes (a variable-length number; only those that
///                 have one), name
///       …         the methods in groups, each: number of the declaring type, counted from 1 (0: none, assembly code); how many; then for
///                 each: distance from the method before, name
///
///  code c    0 … L-1    the byte that is c-th in the list
///            L … L+R-1  what the two codes of rule c-L stand for
///  as bytes  c                                        where c is less than W
///            W + (c-W)/256, (c-W)%256                 else
///  distance  2·d/16 where d is divisible by 16, else 2·d+1, as a variable-length number
///  variable-length number: seven bits in each byte, the lowest first; bit 7 is set in all but the last
/// </code>
/// </remarks>
public readonly ref struct NameTable
{
    /// <summary>"TNM1".</summary>
    public const uint Magic = 0x314D4E54;

    /// <summary>How long the part before the list of bytes is.</summary>
    public const int HeaderLength = 42;

    /// <summary>How many bytes a rule has.</summary>
    public const int RuleLength = 3;

    /// <summary>How many more codes there can be than are in use: a code has twelve bits.</summary>
    public const int MaximumCodes = 1 << 12;

    /// <summary>The code of the byte that ends each name.</summary>
    internal const int End = 0;

    private const int MethodTableAlignment = 8;
    private const int CodeAlignment = 16;

    private readonly ReadOnlySpan<byte> _bytes;
    private readonly int _literalCount;
    private readonly int _codeCount;
    private readonly int _shortCodeCount;

    /// <summary>Takes a table in use.</summary>
    /// <param name="bytes">The table. What is none, or not all of one, has no names.</param>
    public NameTable(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length >= HeaderLength)
        {
            _bytes = bytes;
            if (ReadUInt32(0) == Magic && ReadUInt32(4) == (uint)bytes.Length)
            {
                _literalCount = ReadUInt16(34);
                _codeCount = Math.Min(_literalCount + ReadUInt16(36), MaximumCodes);
                _shortCodeCount = ByteAt(38);
                return;
            }
        }

        _bytes = default;
    }

    /// <summary>Whether there are no names in it.</summary>
    public bool IsEmpty => _bytes.IsEmpty;

    private int TypesStart => HeaderLength + _literalCount + ((_codeCount - _literalCount) * RuleLength);

    /// <summary>Finds the method that an address lies in.</summary>
    /// <param name="address">The address of an instruction. (A return address may be that of the next method: take one off.)</param>
    /// <param name="method">The method.</param>
    /// <returns>Whether the address lies in a method that has a name.</returns>
    public bool TryFindMethod(ulong address, out MethodName method)
    {
        method = default;
        var first = ReadUInt64(8);
        if (IsEmpty || address < first || address - first >= ReadUInt32(16))
        {
            return false;
        }

        var target = address - first;
        var start = 0ul;
        var typeNumber = 0u;
        var position = (int)Math.Min(ReadUInt32(20), (uint)_bytes.Length);
        while (position < _bytes.Length)
        {
            var declaringType = ReadNumber(ref position);
            for (var left = ReadNumber(ref position); left > 0 && position < _bytes.Length; left--)
            {
                var distance = ReadNumber(ref position);
                start += (distance & 1) != 0 ? distance >> 1 : (ulong)(distance >> 1) * CodeAlignment;
                if (start > target)
                {
                    return Resolve(typeNumber, ref method);
                }

                typeNumber = declaringType;
                method = new MethodName(first + start, position);
                SkipName(ref position);
            }
        }

        return Resolve(typeNumber, ref method);
    }

    /// <summary>Finds a type by its method table.</summary>
    /// <param name="methodTable">The address that objects of the type begin with; for a generic type that of its definition.</param>
    /// <param name="type">The name.</param>
    /// <returns>Whether the type has a name.</returns>
    public bool TryFindType(ulong methodTable, out TypeName type)
    {
        var address = ReadUInt64(24);
        var position = TypesStart;
        for (var left = IsEmpty ? 0 : ReadUInt16(32); left > 0 && position < _bytes.Length; left--)
        {
            address += (ulong)ReadNumber(ref position) * MethodTableAlignment;
            if (address >= methodTable)
            {
                type = new TypeName(position);
                return address == methodTable && position < _bytes.Length;
            }

            SkipName(ref position);
        }

        type = default;
        return false;
    }

    /// <summary>Reads the name of a method: <c>Namespace.Outer.Inner.Method(ParameterTypes)</c>, or the symbol of assembly code.</summary>
    public NameReader Read(MethodName method) => new(this, method.TypePosition, method.NamePosition, hasParameters: false);

    /// <summary>Reads the name of a method without that of its type: <c>Method(ParameterTypes)</c>.</summary>
    public NameReader ReadWithoutType(MethodName method) => new(this, 0, method.NamePosition, hasParameters: false);

    /// <summary>Reads the full name of a type: <c>Namespace.Outer+Inner`1</c>.</summary>
    /// <param name="type">The type.</param>
    /// <param name="hasParameters">Whether the names of its type parameters follow, in brackets.</param>
    public NameReader Read(TypeName type, bool hasParameters) => new(this, type.Position, 0, hasParameters);

    /// <summary>The next code of a name; the end of names where there is none.</summary>
    internal int ReadCode(ref int position)
    {
        int code = ByteAt(position++);
        if (code >= _shortCodeCount)
        {
            code = _shortCodeCount + ((code - _shortCodeCount) << 8) + ByteAt(position++);
        }

        return code < _codeCount ? code : End;
    }

    /// <summary>What a code stands for, where that is one byte.</summary>
    internal bool IsLiteral(int code, out byte value)
    {
        value = ByteAt(HeaderLength + code);
        return code < _literalCount;
    }

    /// <summary>The two codes that another one stands for.</summary>
    internal void Expand(int code, out int left, out int right)
    {
        var rule = HeaderLength + _literalCount + ((code - _literalCount) * RuleLength);
        int middle = ByteAt(rule + 1);
        left = ByteAt(rule) | ((middle & 0xF) << 8);
        right = (middle >> 4) | (ByteAt(rule + 2) << 4);
    }

    /// <summary>Replaces the number of a method's declaring type by the place of its name.</summary>
    private bool Resolve(uint typeNumber, ref MethodName method)
    {
        if (method.NamePosition == 0)
        {
            return false;
        }

        // An empty name says that there is code without one.
        var position = method.NamePosition;
        if (ReadCode(ref position) == End)
        {
            return false;
        }

        if (typeNumber == 0)
        {
            return true;
        }

        position = TypesStart;
        var tabled = ReadUInt16(32);
        for (var number = 1u; position < _bytes.Length; number++)
        {
            if (number <= tabled)
            {
                ReadNumber(ref position);
            }

            if (number == typeNumber)
            {
                method = method.Of(position);
                return true;
            }

            SkipName(ref position);
        }

        return false;
    }

    private void SkipName(ref int position)
    {
        int firstEnd = ByteAt(39);
        var firstLongEnd = ReadUInt16(40);
        while (position < _bytes.Length)
        {
            var code = ReadCode(ref position);
            if (code == End || (code < _shortCodeCount ? code >= firstEnd : code >= firstLongEnd))
            {
                return;
            }
        }
    }

    private uint ReadNumber(ref int position)
    {
        var value = 0u;
        for (var shift = 0; shift < 32; shift += 7)
        {
            var part = ByteAt(position++);
            value |= (part & 0x7Fu) << shift;
            if (part < 0x80)
            {
                break;
            }
        }

        return value;
    }

    private byte ByteAt(int position) => (uint)position < (uint)_bytes.Length ? _bytes[position] : (byte)0;

    private ushort ReadUInt16(int position) => (ushort)(ByteAt(position) | (ByteAt(position + 1) << 8));

    private uint ReadUInt32(int position) => ReadUInt16(position) | ((uint)ReadUInt16(position + 2) << 16);

    private ulong ReadUInt64(int position) => ReadUInt32(position) | ((ulong)ReadUInt32(position + 4) << 32);
}
