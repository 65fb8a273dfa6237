# The one entry of the kernel, whoever loaded it: 64-bit mode, the higher half mapped, the Limine responses filled in, interrupts off.
#
# Limine enters here by the ELF header; the shim of QEMU's direct boot (Pvh.s) jumps here when it has done a loader's work.
# The loader's stack lies in memory that will be reclaimed, and C# uses SSE registers to zero and copy, so before its first line:
# SSE is switched on (Intel SDM volume 3, section 14.1) and the stack is our own.

    .intel_syntax noprefix

    .set CR0_MONITOR_COPROCESSOR, 1 << 1
    .set CR0_EMULATION, 1 << 2
    .set CR0_TASK_SWITCHED, 1 << 3
    .set CR4_OSFXSR, 1 << 9             # FXSAVE and SSE instructions may be used
    .set CR4_OSXMMEXCPT, 1 << 10        # SIMD faults come as vector 19
    .set MXCSR_DEFAULT, 0x1f80          # all SIMD exceptions masked, round to nearest

    .section .text.entry, "ax", @progbits
    .global tarn_entry
    .type tarn_entry, @function
tarn_entry:
    .cfi_startproc
    .cfi_undefined rip                  # nothing called us: an unwinder stops here
    cli
    cld

    lea rsp, [rip + tarn_boot_stack_top]
    call tarn_enable_sse
    call tarn_corelib_initialize
    lea rdi, [rip + tarn_limine_requests]
    call tarn_main                      # tarn_main(LimineRequests*): the image's parts list
    # It does not come back; if it does, there is nobody to return to.
    jmp tarn_halt_forever
    .cfi_endproc
    .size tarn_entry, . - tarn_entry

# void tarn_enable_sse(): with the x87 unit and MXCSR in their default states.
    .section .text, "ax", @progbits
    .global tarn_enable_sse
    .type tarn_enable_sse, @function
tarn_enable_sse:
    .cfi_startproc
    mov rax, cr0
    and rax, ~(CR0_EMULATION | CR0_TASK_SWITCHED)
    or rax, CR0_MONITOR_COPROCESSOR
    mov cr0, rax
    mov rax, cr4
    or rax, CR4_OSFXSR | CR4_OSXMMEXCPT
    mov cr4, rax
    fninit
    ldmxcsr [rip + default_mxcsr]
    ret
    .cfi_endproc
    .size tarn_enable_sse, . - tarn_enable_sse

    .section .rodata, "a", @progbits
    .balign 4
default_mxcsr:
    .long MXCSR_DEFAULT

# void tarn_halt_forever(): stops this processor. Interrupts are off: only a non-maskable one wakes it, and then it halts again.
    .section .text, "ax", @progbits
    .global tarn_halt_forever
    .type tarn_halt_forever, @function
tarn_halt_forever:
    .cfi_startproc
    cli
1:  hlt
    jmp 1b
    .cfi_endproc
    .size tarn_halt_forever, . - tarn_halt_forever
