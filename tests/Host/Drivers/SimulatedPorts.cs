using System;
using Tarn.Kernel;

namespace Tarn.Tests.Host.Drivers;

/// <summary>A port space with one simulated device in it.</summary>
/// <param name="device">The device, which gets every access.</param>
internal readonly struct SimulatedPorts(IPortDevice device) : IPortSpace
{
    public byte ReadByte(ushort port) => device.Read(port);

    public void WriteByte(ushort port, byte value) => device.Write(port, value);

    public ushort ReadWord(ushort port) => throw UnexpectedWidth(port);

    public void WriteWord(ushort port, ushort value) => throw UnexpectedWidth(port);

    public uint ReadDoubleword(ushort port) => throw UnexpectedWidth(port);

    public void WriteDoubleword(ushort port, uint value) => throw UnexpectedWidth(port);

    private static InvalidOperationException UnexpectedWidth(ushort port) => new($"Port 0x{port:X} is one byte wide.");
}
