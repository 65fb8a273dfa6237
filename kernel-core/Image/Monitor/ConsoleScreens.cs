using Tarn.Arch.X86_64;
using Tarn.Drivers;
using Tarn.Monitor;

namespace Tarn.Image;

/// <summary>The consoles as something that can be cleared, for the monitor.</summary>
internal sealed class ConsoleScreens(Serial16550<PortSpace>? serial) : IScreenCleaner
{
    /// <inheritdoc/>
    public void Clear()
    {
        // To the top left, and erase all (ECMA-48, CUP and ED).
        serial?.WriteRaw("\e[H\e[2J"u8);
        Screen.Clear();
    }
}
