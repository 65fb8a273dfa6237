using System;
using System.Buffers.Binary;

namespace Tarn.Conformance;

/// <summary>Numbers in memory, both byte orders.</summary>
public static class ByteOrder
{
    public static void Run()
    {
        Span<byte> memory = stackalloc byte[16];
        BinaryPrimitives.WriteInt16BigEndian(memory, -2);
        BinaryPrimitives.WriteUInt16LittleEndian(memory[2..], 0xABCD);
        BinaryPrimitives.WriteInt32BigEndian(memory[4..], 0x1234_5678);
        BinaryPrimitives.WriteUInt64LittleEndian(memory[8..], 0x0102_0304_0506_0708);
        Console.WriteLine(Convert.ToHexString(memory));
        Console.WriteLine(
            $"{BinaryPrimitives.ReadInt16BigEndian(memory)} {BinaryPrimitives.ReadInt16LittleEndian(memory)} "
            + $"{BinaryPrimitives.ReadUInt16BigEndian(memory[2..])} {BinaryPrimitives.ReadInt32LittleEndian(memory[4..])}");
        Console.WriteLine(
            $"{BinaryPrimitives.ReadUInt32BigEndian(memory[1..]):X} {BinaryPrimitives.ReadInt64BigEndian(memory[8..]):X} "
            + $"{BinaryPrimitives.ReadUInt64LittleEndian(memory[3..]):X} {BinaryPrimitives.ReadInt64LittleEndian(memory[5..])}");
        BinaryPrimitives.WriteDoubleBigEndian(memory, -1.5);
        BinaryPrimitives.WriteSingleLittleEndian(memory[8..], 0.1f);
        Console.WriteLine(Convert.ToHexString(memory) + " " + BinaryPrimitives.ReadDoubleBigEndian(memory).ToString() + " "
            + BinaryPrimitives.ReadSingleLittleEndian(memory[8..]).ToString());
        Console.WriteLine(
            $"{BinaryPrimitives.ReverseEndianness((short)0x1234):X} {BinaryPrimitives.ReverseEndianness((ushort)0x1234):X} "
            + $"{BinaryPrimitives.ReverseEndianness(0x1234_5678):X} {BinaryPrimitives.ReverseEndianness(0x1234_5678u):X} "
            + $"{BinaryPrimitives.ReverseEndianness(0x0102_0304_0506_0708):X} "
            + $"{BinaryPrimitives.ReverseEndianness(ulong.MaxValue - 255):X}");
        Console.WriteLine(
            $"{BinaryPrimitives.TryReadInt32BigEndian(memory[..3], out var none)} {none} "
            + $"{BinaryPrimitives.TryReadInt32BigEndian(memory[..4], out var some)} {some:X} "
            + $"{BinaryPrimitives.TryWriteUInt16BigEndian(memory[..1], 1)} {BinaryPrimitives.TryWriteInt64BigEndian(memory, 1)}");

        Console.WriteLine(BitConverter.ToString(BitConverter.GetBytes(0x0102_0304)) + " "
            + BitConverter.ToString(BitConverter.GetBytes(-2L)) + " " + BitConverter.ToString(BitConverter.GetBytes(1.0)) + " "
            + BitConverter.ToString(BitConverter.GetBytes(true)));
        byte[] bytes = [1, 2, 3, 4, 5, 6, 7, 8, 0xF0, 0x3F];
        Console.WriteLine(
            $"{BitConverter.ToInt16(bytes, 1)} {BitConverter.ToUInt16(bytes, 8)} {BitConverter.ToInt32(bytes, 2)} "
            + $"{BitConverter.ToUInt32(bytes.AsSpan(3))} {BitConverter.ToInt64(bytes, 0)} {BitConverter.ToDouble(bytes, 2)} "
            + $"{BitConverter.ToSingle(bytes, 6)} {BitConverter.ToBoolean(bytes, 4)} {(int)BitConverter.ToChar(bytes, 0)}");
        Console.WriteLine(
            $"{BitConverter.DoubleToInt64Bits(0.1):X} {BitConverter.Int64BitsToDouble(0x3FF0_0000_0000_0001)} "
            + $"{BitConverter.SingleToUInt32Bits(-0f):X} {BitConverter.UInt32BitsToSingle(1)} {BitConverter.IsLittleEndian}");
        Console.WriteLine(
            $"{BitConverter.ToString(bytes)} {BitConverter.ToString(bytes, 8)} {BitConverter.ToString(bytes, 2, 3)} "
            + $"[{BitConverter.ToString(bytes, 0, 0)}] {BitConverter.TryWriteBytes(memory, 77u)} {memory[0]}");
    }
}
