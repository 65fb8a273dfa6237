# What the cases of interrupts and faults do to the processor, and what they look at. System V calling convention.

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

# void probe_interrupt(byte vector): INT with that vector, of which each has an instruction of its own.
FUNCTION probe_interrupt
    movzx eax, dil
    lea rcx, [rip + interrupt_instructions]
    lea rax, [rcx + rax * 4]
    jmp rax
END probe_interrupt

    .balign 16
interrupt_instructions:
    .set vector, 0
    .rept 256
    .byte 0xcd, vector                  # INT vector
    ret
    nop
    .set vector, vector + 1
    .endr

# void probe_interrupt_without_stack(byte vector): INT with the stack pointer where nothing is mapped. Does not return.
FUNCTION probe_interrupt_without_stack
    movabs rsp, 0x555500001000
    jmp probe_interrupt
END probe_interrupt_without_stack

# void probe_double_fault(): an exception on a stack whose address is none. Does not return.
FUNCTION probe_double_fault
    movabs rsp, 0x8000000000001000
    ud2
END probe_double_fault

# void probe_push_without_stack(): does not return.
FUNCTION probe_push_without_stack
    movabs rsp, 0x555500001000
    push rax
    ud2
END probe_push_without_stack

# void probe_exception(byte vector, ulong errorCode): what the processor does for an exception with an error code, by hand: for those that
# nothing here can raise.
FUNCTION probe_exception
    mov r8, [rsp]                       # the frame says: go on where this was called, its return address popped
    lea r9, [rsp + 8]
    and rsp, -16
    mov eax, ss
    push rax
    push r9
    pushfq
    mov eax, cs
    push rax
    push r8
    push rsi
    movzx eax, dil
    lea rcx, [rip + tarn_interrupt_stubs]
    lea rax, [rcx + rax * 4]            # the stubs of the exceptions are one block
    jmp rax
END probe_exception

# void probe_exception_from_ring_3(byte vector): what the processor does for an exception without an error code that comes while ring 3
# runs, by hand. Does not return.
FUNCTION probe_exception_from_ring_3
    and rsp, -16
    push 0x1b
    push 0
    pushfq
    push 0x23
    push 0
    movzx eax, dil
    lea rcx, [rip + tarn_interrupt_stubs]
    lea rax, [rcx + rax * 4]
    jmp rax
END probe_exception_from_ring_3

# void probe_load_selector(ushort selector): into FS
FUNCTION probe_load_selector
    mov fs, edi
    ret
END probe_load_selector

# void probe_x87_error(): one divided by zero, with that error unmasked
FUNCTION probe_x87_error
    sub rsp, 8
    .cfi_adjust_cfa_offset 8
    fninit
    mov dword ptr [rsp], 0x037b         # the default control word without the mask of ZE
    fldcw [rsp]
    fld1
    fldz
    fdivp st(1), st
    fwait
    add rsp, 8
    .cfi_adjust_cfa_offset -8
    ret
END probe_x87_error

# ulong probe_flags()
FUNCTION probe_flags
    pushfq
    .cfi_adjust_cfa_offset 8
    pop rax
    .cfi_adjust_cfa_offset -8
    ret
END probe_flags

# ulong probe_flags_after_interrupt_backwards(): INT 200 with the direction flag set; the flags after it
FUNCTION probe_flags_after_interrupt_backwards
    std
    int 200
    pushfq
    .cfi_adjust_cfa_offset 8
    pop rax
    .cfi_adjust_cfa_offset -8
    cld
    ret
END probe_flags_after_interrupt_backwards

# void probe_delay(uint instructions): takes so many instructions, 0 to 3,000, and five for the call
FUNCTION probe_delay
    mov eax, edi
    lea rcx, [rip + 1f]
    sub rcx, rax
    jmp rcx
    .rept 3000
    nop
    .endr
1:  ret
END probe_delay

# uint probe_mxcsr()
FUNCTION probe_mxcsr
    sub rsp, 8
    .cfi_adjust_cfa_offset 8
    stmxcsr [rsp]
    mov eax, [rsp]
    add rsp, 8
    .cfi_adjust_cfa_offset -8
    ret
END probe_mxcsr

# ulong probe_stack_pointer(): as it was before the call
FUNCTION probe_stack_pointer
    lea rax, [rsp + 8]
    ret
END probe_stack_pointer

# void probe_clobber(): leaves nothing as it was of what a callee may change, and rounds down from now on
FUNCTION probe_clobber
    sub rsp, 8
    .cfi_adjust_cfa_offset 8
    mov dword ptr [rsp], 0x3f80
    ldmxcsr [rsp]
    add rsp, 8
    .cfi_adjust_cfa_offset -8
    .irp register, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15
    pcmpeqd xmm\register, xmm\register
    .endr
    fninit
    mov rax, -1
    .irp register, rcx, rdx, rsi, rdi, r8, r9, r10, r11
    mov \register, rax
    .endr
    ret
END probe_clobber

# uint probe_vector_registers(ulong rounds): fills XMM0 to XMM15, an x87 register and MXCSR, counts the rounds down, and looks at them all.
# A bit for each XMM register that changed, bit 16 for MXCSR, bit 17 for the x87 register.
FUNCTION probe_vector_registers
    sub rsp, 24
    .cfi_adjust_cfa_offset 24
    mov dword ptr [rsp], 0x5f80         # rounds up
    ldmxcsr [rsp]
    fninit
    fldpi
    mov eax, 0x12345678
    .irp register, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15
    movd xmm\register, eax
    pshufd xmm\register, xmm\register, 0
    add eax, 0x01010101
    .endr

1:  dec rdi
    jnz 1b

    # The pattern of each, built in memory, since every register is under test.
    xor edx, edx
    mov eax, 0x12345678
    xor ecx, ecx
    .irp register, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15
    movups [rsp], xmm\register
    cmp [rsp], eax
    jne 2f
    cmp [rsp + 4], eax
    jne 2f
    cmp [rsp + 8], eax
    jne 2f
    cmp [rsp + 12], eax
    je 3f
2:  bts edx, ecx
3:  add eax, 0x01010101
    inc ecx
    .endr

    stmxcsr [rsp]
    cmp dword ptr [rsp], 0x5f80
    je 4f
    bts edx, 16
4:  fldpi
    fucomip st, st(1)
    jp 5f
    je 6f
5:  bts edx, 17
6:  fninit
    mov dword ptr [rsp], 0x1f80
    ldmxcsr [rsp]
    mov eax, edx
    add rsp, 24
    .cfi_adjust_cfa_offset -24
    ret
END probe_vector_registers

# uint probe_general_registers(): fills the general registers, raises INT 200, and looks at them. A bit for each that changed: RAX, RBX,
# RCX, RDX, RSI, RDI, RBP, R8 to R15.
FUNCTION probe_general_registers
    .irp register, rbx, rbp, r12, r13, r14, r15
    push \register
    .cfi_adjust_cfa_offset 8
    .cfi_rel_offset \register, 0
    .endr
    .set value, 0x11111111
    .irp register, rax, rbx, rcx, rdx, rsi, rdi, rbp, r8, r9, r10, r11, r12, r13, r14, r15
    movabs \register, value * 0x100000001
    .set value, value + 0x01020304
    .endr
    int 200
    # Compared through the stack: there is no register to spare.
    push 0
    .cfi_adjust_cfa_offset 8
    .set value, 0x11111111
    .set bit, 0
    .irp register, rax, rbx, rcx, rdx, rsi, rdi, rbp, r8, r9, r10, r11, r12, r13, r14, r15
    push \register
    .cfi_adjust_cfa_offset 8
    cmp dword ptr [rsp], value
    jne 1f
    cmp dword ptr [rsp + 4], value
    je 2f
1:  or dword ptr [rsp + 8], 1 << bit
2:  lea rsp, [rsp + 8]
    .cfi_adjust_cfa_offset -8
    .set value, value + 0x01020304
    .set bit, bit + 1
    .endr
    pop rax
    .cfi_adjust_cfa_offset -8
    .irp register, r15, r14, r13, r12, rbp, rbx
    pop \register
    .cfi_adjust_cfa_offset -8
    .cfi_restore \register
    .endr
    ret
END probe_general_registers

# void probe_segments(ushort* selectors): CS, SS, DS, ES, FS, GS and the task register
FUNCTION probe_segments
    mov [rdi], cs
    mov [rdi + 2], ss
    mov [rdi + 4], ds
    mov [rdi + 6], es
    mov [rdi + 8], fs
    mov [rdi + 10], gs
    str [rdi + 12]
    ret
END probe_segments

# void probe_tables(ushort* pointers): GDTR, ten bytes, and IDTR, ten bytes
FUNCTION probe_tables
    sgdt [rdi]
    sidt [rdi + 10]
    ret
END probe_tables

    .macro SAVE_PRESERVED
    .irp register, rbx, rbp, r12, r13, r14, r15
    push \register
    .cfi_adjust_cfa_offset 8
    .cfi_rel_offset \register, 0
    .endr
    sub rsp, 8
    .cfi_adjust_cfa_offset 8
    .endm

    .macro RESTORE_PRESERVED
    add rsp, 8
    .cfi_adjust_cfa_offset -8
    .irp register, r15, r14, r13, r12, rbp, rbx
    pop \register
    .cfi_adjust_cfa_offset -8
    .cfi_restore \register
    .endr
    .endm

# uint probe_preserved_registers(void (*action)()): fills the registers that a call preserves, calls, and looks at them. A bit for each that
# changed: RBX, RBP, R12 to R15.
FUNCTION probe_preserved_registers
    SAVE_PRESERVED
    .set value, 0x22222222
    .irp register, rbx, rbp, r12, r13, r14, r15
    movabs \register, value * 0x100000001
    .set value, value + 0x01020304
    .endr
    call rdi
    xor eax, eax
    .set value, 0x22222222
    .set bit, 0
    .irp register, rbx, rbp, r12, r13, r14, r15
    movabs rcx, value * 0x100000001
    cmp \register, rcx
    je 1f
    or eax, 1 << bit
1:
    .set value, value + 0x01020304
    .set bit, bit + 1
    .endr
    RESTORE_PRESERVED
    ret
END probe_preserved_registers

# void probe_call_clobbering(void (*action)()): calls with all that a call preserves changed; an exception that leaves it finds them in its frame.
FUNCTION probe_call_clobbering
    SAVE_PRESERVED
    .irp register, rbx, rbp, r12, r13, r14, r15
    mov \register, -1
    .endr
    call rdi
    RESTORE_PRESERVED
    ret
END probe_call_clobbering

# ulong probe_read(ulong address)
FUNCTION probe_read
    mov rax, [rdi]
    ret
END probe_read

# void probe_call_without_directives(void (*action)()): whoever unwinds the stack does not find who called this.
    .section .text.probe_call_without_directives, "ax", @progbits
    .global probe_call_without_directives
    .type probe_call_without_directives, @function
probe_call_without_directives:
    sub rsp, 8
    call rdi
    add rsp, 8
    ret
    .size probe_call_without_directives, . - probe_call_without_directives
