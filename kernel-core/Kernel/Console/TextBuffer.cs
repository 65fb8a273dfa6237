using System.Runtime.CompilerServices;

namespace Tarn.Kernel;

/// <summary>Room for one unit of console text, in whatever frame or object it is a field of.</summary>
[InlineArray(ConsoleRouter.BufferSize)]
internal struct TextBuffer
{
    private byte _first;
}
