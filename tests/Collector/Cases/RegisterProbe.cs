using System.Runtime.CompilerServices;
using System.Runtime;

namespace Tarn.Tests.Kernel.Cases;

/// <summary>A caller that holds an object in one register while it is collected, and nowhere else (RegisterProbe.s).</summary>
internal static unsafe class RegisterProbe
{
    /// <summary>Registers that a callee preserves, and one way more: to hold it in none.</summary>
    internal const int Ways = 7, InNone = 6;

    /// <summary>Has an object made, collects, and returns what the register has.</summary>
    /// <param name="way">Which register: rbx, rbp, r12 … r15; <see cref="InNone"/> for none, which returns 0.</param>
    /// <param name="make">Makes the object, and returns its address.</param>
    [RuntimeImport("*", "collect_with_register")]
    [MethodImpl(MethodImplOptions.InternalCall)]
    internal static extern nint Collect(int way, delegate* unmanaged<nint> make);
}
