using System;
using System.Runtime.CompilerServices;
using Tarn.Names;

namespace Tarn.Kernel;

/// <summary>Writes a panic's report to the console's sinks, under no lock. It relies on nothing but them: numbers are formatted right
/// here.</summary>
/// <remarks>Allocates nothing, throws nothing, and needs some 200 bytes of stack. It sends text off in small pieces: call <see
/// cref="Flush"/> at the end.</remarks>
public ref struct PanicWriter
{
    internal const int EverySink = -1;

    private const int PieceSize = 32;
    private const int HexadecimalDigits = 16;
    private const int DecimalDigits = 20;

    private readonly int _sink;
    private Buffer _buffer;
    private int _length;

    internal PanicWriter(int sink) => _sink = sink;

    /// <summary>Writes UTF-8.</summary>
    public void Write(scoped ReadOnlySpan<byte> text)
    {
        foreach (var value in text)
        {
            if (_length == Buffer.Size)
            {
                Flush();
            }

            _buffer[_length++] = value;
        }
    }

    /// <summary>Writes characters; a surrogate without its partner becomes U+FFFD.</summary>
    public void Write(scoped ReadOnlySpan<char> text)
    {
        Span<byte> piece = stackalloc byte[PieceSize];
        while (!text.IsEmpty)
        {
            var length = Utf8Encoder.Encode(text, piece, out var read);
            Write(piece[..length]);
            text = text[read..];
        }
    }

    /// <summary>Writes a number as <c>0x</c> and lower-case digits.</summary>
    /// <param name="value">The number.</param>
    /// <param name="digits">At least this many digits: 1 to 16.</param>
    public void WriteHexadecimal(ulong value, int digits = 1)
    {
        Write("0x"u8);
        for (var digit = HexadecimalDigits - 1; digit >= 0; digit--)
        {
            var rest = value >> (4 * digit);
            if (rest != 0 || digit < digits)
            {
                Write("0123456789abcdef"u8.Slice((int)(rest & 15), 1));
            }
        }
    }

    /// <summary>Writes a number in decimal.</summary>
    public void WriteDecimal(ulong value)
    {
        Span<byte> digits = stackalloc byte[DecimalDigits];
        var start = DecimalDigits;
        do
        {
            digits[--start] = (byte)('0' + value % 10);
            value /= 10;
        }
        while (value != 0);
        Write(digits[start..]);
    }

    /// <summary>Writes an address in code and, where the image has a name for it, the method and how far into it that is:
    /// <c>0x… Program.Main()+0x1c8</c>.</summary>
    /// <param name="address">An address inside of an instruction: of a call, the return address less one.</param>
    public void WritePlace(ulong address)
    {
        WriteHexadecimal(address);
        if (ImageNames.AreLinked)
        {
            var names = ImageNames.Table;
            if (names.TryFindMethod(address, out var method))
            {
                Write(" "u8);
                WriteName(names.Read(method));
                Write("+"u8);
                WriteHexadecimal(address - method.Start);
            }
        }
    }

    private void WriteName(NameReader name)
    {
        while (name.TryRead(out var value))
        {
            Write(new ReadOnlySpan<byte>(in value));
        }
    }

    /// <summary>Sends off what there is.</summary>
    public void Flush()
    {
        if (_length == 0)
        {
            return;
        }

        ReadOnlySpan<byte> bytes = _buffer;
        var text = bytes[.._length];
        _length = 0;
        if (_sink == EverySink)
        {
            Panic.WriteToEverySink(text);
        }
        else
        {
            Panic.WriteToSink(_sink, text);
        }
    }

    [InlineArray(Size)]
    private struct Buffer
    {
        internal const int Size = 96;

        private byte _first;
    }
}
