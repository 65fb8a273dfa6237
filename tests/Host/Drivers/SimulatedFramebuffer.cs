using System.Buffers.Binary;
using Tarn.Drivers;

namespace Tarn.Tests.Host.Drivers;

/// <summary>The bytes of a framebuffer, and how often they were written. A write that leaves the picture is an error.</summary>
internal sealed class SimulatedFramebuffer
{
    private readonly int _width, _height, _pitch;

    public SimulatedFramebuffer(int width, int height, int pitch)
    {
        (_width, _height, _pitch) = (width, height, pitch);

        // Something that is neither of the colours of a new screen.
        Bytes = new byte[height * pitch];
        Array.Fill(Bytes, (byte)0xA5);
    }

    public byte[] Bytes { get; }

    /// <summary>Pixels written.</summary>
    public int Writes { get; private set; }

    /// <summary>Runs before every write, and again after it: an interrupt between two instructions of the driver.</summary>
    public Action? AroundWrite { get; set; }

    public uint this[int x, int y] => BinaryPrimitives.ReadUInt32LittleEndian(Bytes.AsSpan(y * _pitch + x * 4));

    public void Write(nuint offset, uint pixel)
    {
        var (row, rest) = Math.DivRem((int)offset, _pitch);
        if (row >= _height || rest >= _width * 4)
        {
            throw new InvalidOperationException($"Offset {offset} is outside of the picture.");
        }

        BinaryPrimitives.WriteUInt32LittleEndian(Bytes.AsSpan((int)offset), pixel);
        Writes++;
    }
}

/// <summary>Framebuffer memory that the test can look at. The driver cannot: its interface has no way to read.</summary>
internal readonly struct SimulatedFramebufferMemory(SimulatedFramebuffer picture) : IFramebufferMemory
{
    public void Write(nuint offset, in PixelQuad pixels)
    {
        picture.AroundWrite?.Invoke();
        picture.Write(offset, (uint)pixels.Left);
        picture.Write(offset + 4, (uint)(pixels.Left >> 32));
        picture.Write(offset + 8, (uint)pixels.Right);
        picture.Write(offset + 12, (uint)(pixels.Right >> 32));
        picture.AroundWrite?.Invoke();
    }

    public void Write(nuint offset, uint pixel) => picture.Write(offset, pixel);
}
