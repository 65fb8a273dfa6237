using System.Runtime.InteropServices;

namespace Tarn.Arch.X86_64;

/// <summary>What CPUID answers for one leaf (Intel SDM volume 2, CPUID).</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct ProcessorIdentification
{
    internal uint Eax;
    internal uint Ebx;
    internal uint Ecx;
    internal uint Edx;
}
