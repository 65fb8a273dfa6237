using System.Runtime.InteropServices;

namespace System.Text;

/// <summary>
/// Text as bytes, in one call: there are no decoders that keep state between calls. What cannot be encoded or decoded is replaced as in
/// .NET, by U+FFFD where the encoding has it and by a question mark where it has not, or throws where the encoding was made so.
/// </summary>
public abstract class Encoding : ICloneable
{
    private static Encoding? _default;
    private static Encoding? _utf8;
    private static Encoding? _ascii;
    private static Encoding? _latin1;
    private static Encoding? _unicode;
    private static Encoding? _bigEndianUnicode;

    protected Encoding()
    {
    }

    public static Encoding UTF8 => _utf8 ??= new UTF8Encoding(encoderShouldEmitUTF8Identifier: true);

    public static Encoding Default => _default ??= new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);

    public static Encoding ASCII => _ascii ??= new ASCIIEncoding();

    public static Encoding Latin1 => _latin1 ??= new Latin1Encoding();

    /// <summary>UTF-16, the low byte first.</summary>
    public static Encoding Unicode => _unicode ??= new UnicodeEncoding(bigEndian: false, byteOrderMark: true);

    public static Encoding BigEndianUnicode => _bigEndianUnicode ??= new UnicodeEncoding(bigEndian: true, byteOrderMark: true);

    /// <summary>The name by which the Internet Assigned Numbers Authority knows the encoding.</summary>
    public abstract string WebName { get; }

    public abstract int CodePage { get; }

    public virtual string BodyName => WebName;

    public virtual string HeaderName => WebName;

    public abstract string EncodingName { get; }

    public virtual bool IsSingleByte => false;

    public bool IsReadOnly => true;

    /// <summary>The bytes that mark a stream as being in this encoding.</summary>
    public virtual ReadOnlySpan<byte> Preamble => default;

    public byte[] GetPreamble() => Preamble.ToArray();

    public abstract int GetMaxByteCount(int charCount);

    public abstract int GetMaxCharCount(int byteCount);

    // The one loop of each direction. Returns how many elements it wrote, or when counting how many it would have; `read` is less than
    // the source where the destination is too short.
    private protected abstract int Encode(ReadOnlySpan<char> chars, Span<byte> bytes, bool counting, out int read);

    private protected abstract int Decode(ReadOnlySpan<byte> bytes, Span<char> chars, bool counting, out int read);

    public virtual int GetByteCount(ReadOnlySpan<char> chars) => Encode(chars, default, counting: true, out _);

    public virtual int GetByteCount(string s)
    {
        ArgumentNullException.ThrowIfNull(s);
        return GetByteCount(s.AsSpan());
    }

    public int GetByteCount(string s, int index, int count)
    {
        ArgumentNullException.ThrowIfNull(s);
        return GetByteCount(s.AsSpan(index, count));
    }

    public virtual int GetByteCount(char[] chars)
    {
        ArgumentNullException.ThrowIfNull(chars);
        return GetByteCount(new ReadOnlySpan<char>(chars));
    }

    public virtual int GetByteCount(char[] chars, int index, int count)
    {
        ArgumentNullException.ThrowIfNull(chars);
        return GetByteCount(new ReadOnlySpan<char>(chars, index, count));
    }

    [CLSCompliant(false)]
    public virtual unsafe int GetByteCount(char* chars, int count)
    {
        ArgumentNullException.ThrowIfNull(chars);
        return GetByteCount(new ReadOnlySpan<char>(chars, count));
    }

    public virtual int GetBytes(ReadOnlySpan<char> chars, Span<byte> bytes)
    {
        var written = Encode(chars, bytes, counting: false, out var read);
        if (read < chars.Length)
        {
            ThrowHelper.ThrowArgumentException("The bytes do not fit.", nameof(bytes));
        }

        return written;
    }

    public virtual bool TryGetBytes(ReadOnlySpan<char> chars, Span<byte> bytes, out int bytesWritten)
    {
        bytesWritten = Encode(chars, bytes, counting: false, out var read);
        if (read == chars.Length)
        {
            return true;
        }

        bytesWritten = 0;
        return false;
    }

    public virtual byte[] GetBytes(string s)
    {
        ArgumentNullException.ThrowIfNull(s);
        return GetBytes(s.AsSpan());
    }

    public byte[] GetBytes(string s, int index, int count)
    {
        ArgumentNullException.ThrowIfNull(s);
        return GetBytes(s.AsSpan(index, count));
    }

    public virtual byte[] GetBytes(char[] chars)
    {
        ArgumentNullException.ThrowIfNull(chars);
        return GetBytes(new ReadOnlySpan<char>(chars));
    }

    public virtual byte[] GetBytes(char[] chars, int index, int count)
    {
        ArgumentNullException.ThrowIfNull(chars);
        return GetBytes(new ReadOnlySpan<char>(chars, index, count));
    }

    public virtual int GetBytes(char[] chars, int charIndex, int charCount, byte[] bytes, int byteIndex)
    {
        ArgumentNullException.ThrowIfNull(chars);
        ArgumentNullException.ThrowIfNull(bytes);
        return GetBytes(new ReadOnlySpan<char>(chars, charIndex, charCount), From(bytes, byteIndex));
    }

    public virtual int GetBytes(string s, int charIndex, int charCount, byte[] bytes, int byteIndex)
    {
        ArgumentNullException.ThrowIfNull(s);
        ArgumentNullException.ThrowIfNull(bytes);
        return GetBytes(s.AsSpan(charIndex, charCount), From(bytes, byteIndex));
    }

    [CLSCompliant(false)]
    public virtual unsafe int GetBytes(char* chars, int charCount, byte* bytes, int byteCount)
    {
        ArgumentNullException.ThrowIfNull(chars);
        ArgumentNullException.ThrowIfNull(bytes);
        return GetBytes(new ReadOnlySpan<char>(chars, charCount), new Span<byte>(bytes, byteCount));
    }

    public virtual int GetCharCount(ReadOnlySpan<byte> bytes) => Decode(bytes, default, counting: true, out _);

    public virtual int GetCharCount(byte[] bytes)
    {
        ArgumentNullException.ThrowIfNull(bytes);
        return GetCharCount(new ReadOnlySpan<byte>(bytes));
    }

    public virtual int GetCharCount(byte[] bytes, int index, int count)
    {
        ArgumentNullException.ThrowIfNull(bytes);
        return GetCharCount(new ReadOnlySpan<byte>(bytes, index, count));
    }

    [CLSCompliant(false)]
    public virtual unsafe int GetCharCount(byte* bytes, int count)
    {
        ArgumentNullException.ThrowIfNull(bytes);
        return GetCharCount(new ReadOnlySpan<byte>(bytes, count));
    }

    public virtual int GetChars(ReadOnlySpan<byte> bytes, Span<char> chars)
    {
        var written = Decode(bytes, chars, counting: false, out var read);
        if (read < bytes.Length)
        {
            ThrowHelper.ThrowArgumentException("The characters do not fit.", nameof(chars));
        }

        return written;
    }

    public virtual bool TryGetChars(ReadOnlySpan<byte> bytes, Span<char> chars, out int charsWritten)
    {
        charsWritten = Decode(bytes, chars, counting: false, out var read);
        if (read == bytes.Length)
        {
            return true;
        }

        charsWritten = 0;
        return false;
    }

    public virtual char[] GetChars(byte[] bytes)
    {
        ArgumentNullException.ThrowIfNull(bytes);
        return GetChars(new ReadOnlySpan<byte>(bytes));
    }

    public virtual char[] GetChars(byte[] bytes, int index, int count)
    {
        ArgumentNullException.ThrowIfNull(bytes);
        return GetChars(new ReadOnlySpan<byte>(bytes, index, count));
    }

    public virtual int GetChars(byte[] bytes, int byteIndex, int byteCount, char[] chars, int charIndex)
    {
        ArgumentNullException.ThrowIfNull(bytes);
        ArgumentNullException.ThrowIfNull(chars);
        return GetChars(new ReadOnlySpan<byte>(bytes, byteIndex, byteCount), From(chars, charIndex));
    }

    [CLSCompliant(false)]
    public virtual unsafe int GetChars(byte* bytes, int byteCount, char* chars, int charCount)
    {
        ArgumentNullException.ThrowIfNull(bytes);
        ArgumentNullException.ThrowIfNull(chars);
        return GetChars(new ReadOnlySpan<byte>(bytes, byteCount), new Span<char>(chars, charCount));
    }

    public string GetString(ReadOnlySpan<byte> bytes)
    {
        var length = GetCharCount(bytes);
        if (length == 0)
        {
            return "";
        }

        var result = string.FastAllocateString(length);
        Decode(bytes, new Span<char>(ref result.GetRawStringData(), length), counting: false, out _);
        return result;
    }

    public virtual string GetString(byte[] bytes)
    {
        ArgumentNullException.ThrowIfNull(bytes);
        return GetString(new ReadOnlySpan<byte>(bytes));
    }

    public virtual string GetString(byte[] bytes, int index, int count)
    {
        ArgumentNullException.ThrowIfNull(bytes);
        return GetString(new ReadOnlySpan<byte>(bytes, index, count));
    }

    [CLSCompliant(false)]
    public unsafe string GetString(byte* bytes, int byteCount)
    {
        ArgumentNullException.ThrowIfNull(bytes);
        return GetString(new ReadOnlySpan<byte>(bytes, byteCount));
    }

    public virtual object Clone() => MemberwiseClone();

    public static byte[] Convert(Encoding srcEncoding, Encoding dstEncoding, byte[] bytes)
    {
        ArgumentNullException.ThrowIfNull(srcEncoding);
        ArgumentNullException.ThrowIfNull(dstEncoding);
        return dstEncoding.GetBytes(srcEncoding.GetChars(bytes));
    }

    private protected static int ToInt32(long count)
    {
        if (count > int.MaxValue)
        {
            ThrowHelper.ThrowArgumentOutOfRangeException(nameof(count));
        }

        return (int)count;
    }

    private static Span<T> From<T>(T[] array, int index)
    {
        if ((uint)index > (uint)array.Length)
        {
            ThrowHelper.ThrowArgumentOutOfRangeException(nameof(index));
        }

        return MemoryMarshal.CreateSpan(ref MemoryMarshal.GetArrayDataReference(array), array.Length).Slice(index);
    }

    private byte[] GetBytes(ReadOnlySpan<char> chars)
    {
        var bytes = new byte[GetByteCount(chars)];
        Encode(chars, bytes, counting: false, out _);
        return bytes;
    }

    private char[] GetChars(ReadOnlySpan<byte> bytes)
    {
        var chars = new char[GetCharCount(bytes)];
        Decode(bytes, chars, counting: false, out _);
        return chars;
    }
}
