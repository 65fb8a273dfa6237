# What runs in ring 3 in the cases of user mode (enum UserStub of C#, in that order). Each stub is copied to the start of a page of its own:
# its code works at any address. It begins with its argument in RDI and ends in an exception; UD2 is the one that no case expects unless it
# says so.

    .intel_syntax noprefix

    .set CALL, 0x80
    .set MXCSR_ROUND_UP, 0x5f80
    .set RFLAGS_TF, 1 << 8
    .set RFLAGS_AC, 1 << 18
    .set USER_DATA, 0x1b

    .section .rodata.user_stub_table, "a", @progbits
    .balign 8
user_stub_table:

    # Read-only data of the kernel's: nothing here can run where it lies.
    .macro STUB name
    .section .rodata.user_stub_table, "a", @progbits
    .quad user_stub_\name, user_stub_\name\()_end
    .section .rodata.user_stubs, "a", @progbits
    .balign 16
user_stub_\name:
    .endm

    .macro END name
user_stub_\name\()_end:
    .endm

STUB call_and_read
    mov rbx, rdi
    mov eax, 7
    movabs rsi, 0x2222222222222222
    movabs rdx, 0x3333333333333333
    int CALL
    push rax
    mov rax, [rbx]
    ud2
END call_and_read

STUB read
    mov rax, [rdi]
    ud2
END read

STUB write
    mov [rdi], rax
    ud2
END write

STUB jump
    jmp rdi
END jump

STUB mask_interrupts
    cli
    ud2
END mask_interrupts

STUB halt
    hlt
    ud2
END halt

STUB read_control_register
    mov rax, cr3
    ud2
END read_control_register

STUB write_port
    mov edx, edi
    out dx, al
    ud2
END write_port

STUB read_descriptor_table
    sgdt [rsp - 16]
    ud2
END read_descriptor_table

STUB raise_device_interrupt
    int 200
    ud2
END raise_device_interrupt

STUB raise_page_fault
    int 14
    ud2
END raise_page_fault

STUB raise_overflow
    int 4
    ud2
END raise_overflow

STUB divide
    div eax
    ud2
END divide

STUB invalid_opcode
    ud2
END invalid_opcode

STUB single_step
    pushfq
    or dword ptr [rsp], RFLAGS_TF
    popfq
    nop
    ud2
END single_step

STUB breakpoint
    int3
    mov eax, 3
    int CALL
    ud2
END breakpoint

# First argument: all general registers but RDI and RSP in one. Second: the XMM registers in one. Third: MXCSR and the x87 control word.
STUB tell_registers
    .irp register, rbx, rcx, rdx, rsi, rbp, r8, r9, r10, r11, r12, r13, r14, r15
    or rax, \register
    .endr
    mov rdi, rax
    .irp register, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15
    por xmm0, xmm\register
    .endr
    sub rsp, 24
    movups [rsp], xmm0
    mov rsi, [rsp]
    or rsi, [rsp + 8]
    stmxcsr [rsp]
    fnstcw [rsp + 4]
    mov edx, [rsp]
    movzx eax, word ptr [rsp + 4]
    shl rax, 32
    or rdx, rax
    xor eax, eax
    int CALL
    ud2
END tell_registers

# Call 1, the countdown, call 2. First argument of that: a bit for each general register that changed (RAX, RBX, RDX, RSI, RDI, RBP, R8 to
# R15). Second: a bit for each XMM register, bit 16 for MXCSR.
STUB count_down
    push rdi
    mov eax, 1
    int CALL
    pop rcx
    sub rsp, 24
    mov dword ptr [rsp], MXCSR_ROUND_UP
    ldmxcsr [rsp]
    mov eax, 0x12345678
    .irp register, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15
    movd xmm\register, eax
    pshufd xmm\register, xmm\register, 0
    add eax, 0x01010101
    .endr
    .set value, 0x11111111
    .irp register, rax, rbx, rdx, rsi, rdi, rbp, r8, r9, r10, r11, r12, r13, r14, r15
    movabs \register, value * 0x100000001
    .set value, value + 0x01020304
    .endr

1:  dec rcx
    jnz 1b

    # Compared through the stack: there is no register to spare.
    push 0
    .set value, 0x11111111
    .set bit, 0
    .irp register, rax, rbx, rdx, rsi, rdi, rbp, r8, r9, r10, r11, r12, r13, r14, r15
    push \register
    cmp dword ptr [rsp], value
    jne 2f
    cmp dword ptr [rsp + 4], value
    je 3f
2:  or dword ptr [rsp + 8], 1 << bit
3:  lea rsp, [rsp + 8]
    .set value, value + 0x01020304
    .set bit, bit + 1
    .endr
    pop rdi

    xor esi, esi
    mov eax, 0x12345678
    .set bit, 0
    .irp register, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15
    movups [rsp], xmm\register
    .irp offset, 0, 4, 8, 12
    cmp [rsp + \offset], eax
    jne 4f
    .endr
    jmp 5f
4:  or esi, 1 << bit
5:  add eax, 0x01010101
    .set bit, bit + 1
    .endr
    stmxcsr [rsp]
    cmp dword ptr [rsp], MXCSR_ROUND_UP
    je 6f
    or esi, 1 << 16
6:  mov eax, 2
    int CALL
    ud2
END count_down

STUB clobber
    sub rsp, 8
    mov dword ptr [rsp], MXCSR_ROUND_UP
    ldmxcsr [rsp]
    mov dword ptr [rsp], 0x007f         # x87: single precision
    fldcw [rsp]
    fldpi
    .irp register, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15
    pcmpeqd xmm\register, xmm\register
    .endr
    mov eax, USER_DATA
    .irp register, ds, es, fs, gs
    mov \register, eax
    .endr
    pushfq
    or dword ptr [rsp], RFLAGS_AC
    popfq
    std
    mov rax, -1
    .irp register, rbx, rcx, rdx, rsi, rdi, rbp, r8, r9, r10, r11, r12, r13, r14, r15
    mov \register, rax
    .endr
    int CALL
    ud2
END clobber

    .text
# UserStubCode* user_stubs(): two addresses for each, of its first byte and of the one after its last
    .balign 16
    .global user_stubs
    .type user_stubs, @function
user_stubs:
    .cfi_startproc
    lea rax, [rip + user_stub_table]
    ret
    .cfi_endproc
    .size user_stubs, . - user_stubs

# uint probe_kept_state(void (*action)()): calls it, and looks at what a callee must keep. A bit for each that changed: RBX, RBP, R12 to
# R15, MXCSR (6), the x87 control word (7), the flags that are no results of arithmetic (8).
    .balign 16
    .global probe_kept_state
    .type probe_kept_state, @function
probe_kept_state:
    .cfi_startproc
    .irp register, rbx, rbp, r12, r13, r14, r15
    push \register
    .cfi_adjust_cfa_offset 8
    .cfi_rel_offset \register, 0
    .endr
    sub rsp, 40                         # MXCSR, control word, flags before, what changed
    .cfi_adjust_cfa_offset 40
    mov dword ptr [rsp], MXCSR_ROUND_UP
    ldmxcsr [rsp]
    mov dword ptr [rsp], 0x027f         # double precision
    fldcw [rsp]
    .set value, 0x11111111
    .irp register, rbx, rbp, r12, r13, r14, r15
    movabs \register, value * 0x100000001
    .set value, value + 0x01020304
    .endr
    pushfq
    .cfi_adjust_cfa_offset 8
    pop [rsp + 8]
    .cfi_adjust_cfa_offset -8
    call rdi
    pushfq
    .cfi_adjust_cfa_offset 8
    pop [rsp + 16]
    .cfi_adjust_cfa_offset -8

    xor edx, edx
    .set value, 0x11111111
    .set bit, 0
    .irp register, rbx, rbp, r12, r13, r14, r15
    movabs rax, value * 0x100000001
    cmp rax, \register
    je 1f
    or edx, 1 << bit
1:  .set value, value + 0x01020304
    .set bit, bit + 1
    .endr
    stmxcsr [rsp]
    cmp dword ptr [rsp], MXCSR_ROUND_UP
    je 2f
    or edx, 1 << 6
2:  fnstcw [rsp]
    cmp word ptr [rsp], 0x027f
    je 3f
    or edx, 1 << 7
3:  mov rax, [rsp + 8]
    xor rax, [rsp + 16]
    test eax, ~0x8d5                    # all but CF, PF, AF, ZF, SF, OF
    jz 4f
    or edx, 1 << 8
4:  fninit
    mov dword ptr [rsp], 0x1f80
    ldmxcsr [rsp]
    mov eax, edx
    add rsp, 40
    .cfi_adjust_cfa_offset -40
    .irp register, r15, r14, r13, r12, rbp, rbx
    pop \register
    .cfi_adjust_cfa_offset -8
    .cfi_restore \register
    .endr
    ret
    .cfi_endproc
    .size probe_kept_state, . - probe_kept_state
