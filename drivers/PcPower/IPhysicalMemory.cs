namespace Tarn.Drivers;

/// <summary>Physical memory, for those who follow addresses that firmware left. Taken as a struct type argument.</summary>
public interface IPhysicalMemory
{
    /// <summary>Reads a byte.</summary>
    /// <param name="address">Its physical address.</param>
    /// <param name="value">The byte; 0 where this returns false.</param>
    /// <returns>False where it cannot be reached.</returns>
    bool TryReadByte(ulong address, out byte value);
}
