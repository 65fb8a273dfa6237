using System.Runtime.CompilerServices;

namespace System.Runtime.Intrinsics.X86;

/// <summary>The instructions of every x86-64 processor that C# has no operator for.</summary>
/// <remarks>
/// ILC: knows these by name and replaces each call by its instruction, also the one inside the method itself, so the bodies do not recurse.
/// See Intel SDM volume 2, BSF and BSR: for zero the result is undefined, the caller keeps zero away.
/// </remarks>
[Intrinsic]
public abstract class X86Base
{
    internal X86Base()
    {
    }

    public static bool IsSupported => IsSupported;

    internal static uint BitScanForward(uint value) => BitScanForward(value);

    internal static uint BitScanReverse(uint value) => BitScanReverse(value);

    [Intrinsic]
    public abstract class X64
    {
        internal X64()
        {
        }

        public static bool IsSupported => IsSupported;

        internal static ulong BitScanForward(ulong value) => BitScanForward(value);

        internal static ulong BitScanReverse(ulong value) => BitScanReverse(value);
    }
}
