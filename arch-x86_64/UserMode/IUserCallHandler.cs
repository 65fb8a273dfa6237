namespace Tarn.Arch.X86_64;

/// <summary>What the kernel does when ring 3 calls it.</summary>
/// <remarks>
/// Ring 3 raises <c>INT 0x80</c> (<see cref="InterruptDescriptorTable.CallVector"/>) with these registers; all others are kept for it:
/// <code>
///   RAX   number of the call    ──►   RAX   the answer
///   RDI   first argument
///   RSI   second argument
///   RDX   third argument
/// </code>
/// </remarks>
public interface IUserCallHandler
{
    /// <summary>Serves a call.</summary>
    /// <param name="number">Which call; any value may come.</param>
    /// <param name="first">The first argument. Not one of them is to be trusted, least of all as an address.</param>
    /// <param name="second">The second argument.</param>
    /// <param name="third">The third argument.</param>
    /// <returns>What ring 3 finds in RAX.</returns>
    /// <remarks>
    /// It runs on the stack of whoever entered ring 3 and may do what that may, but not enter ring 3 again. Interrupts are masked. Where
    /// the processor has SMAP, pages of ring 3 are out of reach.
    /// </remarks>
    ulong OnCall(ulong number, ulong first, ulong second, ulong third);
}
