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
