# Instructions that C# has no words for, one function each. System V calling convention: arguments in rdi, rsi, rdx; result in rax.
# None of them touches memory beyond what its instruction does, so all may run in an interrupt handler.

    .intel_syntax noprefix
    .text

    .macro FUNCTION name
    .balign 16
    .global \name
    .type \name, @function
\name:
    .cfi_startproc
    .endm

    .macro END name
    .cfi_endproc
    .size \name, . - \name
    .endm

# byte tarn_port_read_byte(ushort port)
FUNCTION tarn_port_read_byte
    mov edx, edi
    xor eax, eax
    in al, dx
    ret
END tarn_port_read_byte

# void tarn_port_write_byte(ushort port, byte value)
FUNCTION tarn_port_write_byte
    mov edx, edi
    mov eax, esi
    out dx, al
    ret
END tarn_port_write_byte

# ushort tarn_port_read_word(ushort port)
FUNCTION tarn_port_read_word
    mov edx, edi
    xor eax, eax
    in ax, dx
    ret
END tarn_port_read_word

# void tarn_port_write_word(ushort port, ushort value)
FUNCTION tarn_port_write_word
    mov edx, edi
    mov eax, esi
    out dx, ax
    ret
END tarn_port_write_word

# uint tarn_port_read_doubleword(ushort port)
FUNCTION tarn_port_read_doubleword
    mov edx, edi
    in eax, dx
    ret
END tarn_port_read_doubleword

# void tarn_port_write_doubleword(ushort port, uint value)
FUNCTION tarn_port_write_doubleword
    mov edx, edi
    mov eax, esi
    out dx, eax
    ret
END tarn_port_write_doubleword

# ulong tarn_interrupts_save_and_disable(): the flags register as it was, interrupts now off
FUNCTION tarn_interrupts_save_and_disable
    pushfq
    .cfi_adjust_cfa_offset 8
    pop rax
    .cfi_adjust_cfa_offset -8
    cli
    ret
END tarn_interrupts_save_and_disable

# void tarn_interrupts_restore(ulong flags): interrupts on again if they were on in `flags`
FUNCTION tarn_interrupts_restore
    test edi, 1 << 9                    # RFLAGS.IF
    jz 1f
    sti
1:  ret
END tarn_interrupts_restore

# void tarn_wait_for_interrupt(): enables interrupts and halts in one step. `sti` holds interrupts back for one more instruction,
# so that one which arrives before the halt ends the halt and is not lost (Intel SDM volume 2, STI).
FUNCTION tarn_wait_for_interrupt
    sti
    hlt
    ret
END tarn_wait_for_interrupt

# void tarn_interrupts_enable()
FUNCTION tarn_interrupts_enable
    sti
    ret
END tarn_interrupts_enable

# void tarn_interrupts_disable()
FUNCTION tarn_interrupts_disable
    cli
    ret
END tarn_interrupts_disable

# void tarn_breakpoint()
FUNCTION tarn_breakpoint
    int3
    ret
END tarn_breakpoint

# void tarn_invalid_opcode(): UD2, the instruction that is defined to be none
FUNCTION tarn_invalid_opcode
    ud2
    ret
END tarn_invalid_opcode

# void tarn_triple_fault(): an exception, with no table to look its handler up in (Intel SDM volume 3, section 6.15, #DF)
FUNCTION tarn_triple_fault
    cli
    push 0
    .cfi_adjust_cfa_offset 8
    push 0
    .cfi_adjust_cfa_offset 8
    lidt [rsp]
    int3
    add rsp, 16
    .cfi_adjust_cfa_offset -16
    ret
END tarn_triple_fault

# ulong tarn_read_time_stamp_counter()
FUNCTION tarn_read_time_stamp_counter
    rdtsc
    shl rdx, 32
    or rax, rdx
    ret
END tarn_read_time_stamp_counter

# ulong tarn_read_cr3(): the physical address of the top-level page table
FUNCTION tarn_read_cr3
    mov rax, cr3
    ret
END tarn_read_cr3

# ulong tarn_read_cr0()
FUNCTION tarn_read_cr0
    mov rax, cr0
    ret
END tarn_read_cr0

# void tarn_write_cr0(ulong value)
FUNCTION tarn_write_cr0
    mov cr0, rdi
    ret
END tarn_write_cr0

# ulong tarn_read_cr2(): the address of the last page fault
FUNCTION tarn_read_cr2
    mov rax, cr2
    ret
END tarn_read_cr2

# ulong tarn_read_cr4()
FUNCTION tarn_read_cr4
    mov rax, cr4
    ret
END tarn_read_cr4

# void tarn_write_cr4(ulong value)
FUNCTION tarn_write_cr4
    mov cr4, rdi
    ret
END tarn_write_cr4

# ulong tarn_read_model_specific_register(uint register)
FUNCTION tarn_read_model_specific_register
    mov ecx, edi
    rdmsr
    shl rdx, 32
    or rax, rdx
    ret
END tarn_read_model_specific_register

# void tarn_write_model_specific_register(uint register, ulong value)
FUNCTION tarn_write_model_specific_register
    mov ecx, edi
    mov eax, esi
    mov rdx, rsi
    shr rdx, 32
    wrmsr
    ret
END tarn_write_model_specific_register

# void tarn_identify(uint leaf, ProcessorIdentification* result): CPUID, subleaf 0. It overwrites RBX, which belongs to the caller.
FUNCTION tarn_identify
    mov r8, rbx
    .cfi_register rbx, r8
    mov eax, edi
    xor ecx, ecx
    cpuid
    mov [rsi], eax
    mov [rsi + 4], ebx
    mov [rsi + 8], ecx
    mov [rsi + 12], edx
    mov rbx, r8
    .cfi_restore rbx
    ret
END tarn_identify

# void tarn_load_global_descriptor_table(DescriptorTablePointer* pointer, ushort code, ushort data, ushort taskState):
# every segment register then holds a selector of this table. CS changes by a far return only.
FUNCTION tarn_load_global_descriptor_table
    lgdt [rdi]
    mov ss, edx
    mov ds, edx
    mov es, edx
    xor eax, eax
    mov fs, eax
    mov gs, eax
    ltr cx
    pop rax
    .cfi_adjust_cfa_offset -8
    .cfi_register rip, rax
    push rsi
    .cfi_adjust_cfa_offset 8
    push rax
    .cfi_adjust_cfa_offset 8
    .cfi_rel_offset rip, 0
    retfq
END tarn_load_global_descriptor_table

# void tarn_load_interrupt_descriptor_table(DescriptorTablePointer* pointer)
FUNCTION tarn_load_interrupt_descriptor_table
    lidt [rdi]
    ret
END tarn_load_interrupt_descriptor_table
