using System;
using Tarn.Drivers;

namespace Tarn.Tests.Host.Drivers;

/// <summary>Text memory that the test can look at. The driver cannot: its interface has no way to read.</summary>
/// <param name="screen">Where the cells are.</param>
internal readonly struct SimulatedTextMemory(SimulatedScreen screen) : ITextMemory
{
    public void WriteCell(int index, ushort cell) => screen.WriteCell(index, cell);
}
