using System.Runtime;
using System.Runtime.CompilerServices;

namespace Tarn.Arch.X86_64;

/// <summary>Switches on what the processor can forbid. The kernel sets it all itself and does not count on a loader for it.</summary>
/// <remarks>Intel SDM volume 3, sections 2.5 (control registers), 4.6 (access rights) and 6.4 (reporting of x87 errors and machine
/// checks).</remarks>
public static unsafe class ProcessorProtection
{
    private const ulong Cr0NumericError = 1UL << 5;
    private const ulong Cr0WriteProtect = 1UL << 16;
    private const ulong Cr4MachineCheck = 1UL << 6;
    private const ulong Cr4UserModeInstructionPrevention = 1UL << 11;
    private const ulong Cr4SupervisorModeExecutionPrevention = 1UL << 20;
    private const ulong Cr4SupervisorModeAccessPrevention = 1UL << 21;
    private const uint ExtendedFeatureRegister = 0xC000_0080;
    private const ulong NoExecuteEnable = 1UL << 11;

    private const uint FeatureLeaf = 1;
    private const uint StructuredFeatureLeaf = 7;
    private const uint ExtendedLimitLeaf = 0x8000_0000;
    private const uint ExtendedFeatureLeaf = 0x8000_0001;

    /// <summary>Sets CR0.WP, EFER.NXE, and SMEP, SMAP and UMIP in CR4 as far as the processor has them; and makes x87 errors and machine
    /// checks exceptions.</summary>
    /// <returns>What is on.</returns>
    /// <remarks>Once for each processor, at start-up, before there are pages of ring 3. From then on the kernel reaches such a page only
    /// where it sets RFLAGS.AC.</remarks>
    public static ProcessorProtections Enable()
    {
        WriteCr0(ReadCr0() | Cr0WriteProtect | Cr0NumericError);
        var enabled = ProcessorProtections.WriteProtect;
        if (HasNoExecute())
        {
            WriteModelSpecificRegister(ExtendedFeatureRegister, ReadModelSpecificRegister(ExtendedFeatureRegister) | NoExecuteEnable);
            enabled |= ProcessorProtections.NoExecute;
        }

        var control = ReadCr4();
        if ((Identify(FeatureLeaf).Edx & 1u << 7) != 0)
        {
            control |= Cr4MachineCheck;
        }

        var features = Identify(0).Eax >= StructuredFeatureLeaf ? Identify(StructuredFeatureLeaf) : default;
        if ((features.Ebx & 1u << 7) != 0)
        {
            control |= Cr4SupervisorModeExecutionPrevention;
            enabled |= ProcessorProtections.SupervisorModeExecutionPrevention;
        }

        if ((features.Ebx & 1u << 20) != 0)
        {
            control |= Cr4SupervisorModeAccessPrevention;
            enabled |= ProcessorProtections.SupervisorModeAccessPrevention;
        }

        if ((features.Ecx & 1u << 2) != 0)
        {
            control |= Cr4UserModeInstructionPrevention;
            enabled |= ProcessorProtections.UserModeInstructionPrevention;
        }

        WriteCr4(control);
        return enabled;
    }

    private static bool HasNoExecute() =>
        Identify(ExtendedLimitLeaf).Eax >= ExtendedFeatureLeaf && (Identify(ExtendedFeatureLeaf).Edx & 1u << 20) != 0;

    private static ProcessorIdentification Identify(uint leaf)
    {
        ProcessorIdentification result;
        Identify(leaf, &result);
        return result;
    }

    [RuntimeImport("*", "tarn_identify")]
    [MethodImpl(MethodImplOptions.InternalCall)]
    private static extern void Identify(uint leaf, ProcessorIdentification* result);

    [RuntimeImport("*", "tarn_read_cr0")]
    [MethodImpl(MethodImplOptions.InternalCall)]
    private static extern ulong ReadCr0();

    [RuntimeImport("*", "tarn_write_cr0")]
    [MethodImpl(MethodImplOptions.InternalCall)]
    private static extern void WriteCr0(ulong value);

    [RuntimeImport("*", "tarn_read_cr4")]
    [MethodImpl(MethodImplOptions.InternalCall)]
    private static extern ulong ReadCr4();

    [RuntimeImport("*", "tarn_write_cr4")]
    [MethodImpl(MethodImplOptions.InternalCall)]
    private static extern void WriteCr4(ulong value);

    [RuntimeImport("*", "tarn_read_model_specific_register")]
    [MethodImpl(MethodImplOptions.InternalCall)]
    private static extern ulong ReadModelSpecificRegister(uint register);

    [RuntimeImport("*", "tarn_write_model_specific_register")]
    [MethodImpl(MethodImplOptions.InternalCall)]
    private static extern void WriteModelSpecificRegister(uint register, ulong value);
}
