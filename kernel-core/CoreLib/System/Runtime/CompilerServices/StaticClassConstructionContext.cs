using System.Runtime.InteropServices;

namespace System.Runtime.CompilerServices;

/// <summary>
/// What ILC puts before the static fields of a type whose static constructor runs lazily. Known to it by name and layout.
/// </summary>
[StructLayout(LayoutKind.Sequential)]
internal struct StaticClassConstructionContext
{
    /// <summary>The constructor; zero once nothing is left to do. Inline code compares it with zero before each access.</summary>
    public nint cctorMethodAddress;
}
