namespace Tarn.Tests.Host.Drivers;

/// <summary>A simulated device behind byte-wide I/O ports.</summary>
internal interface IPortDevice
{
    byte Read(ushort port);

    void Write(ushort port, byte value);
}
