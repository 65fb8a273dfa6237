# The way into ring 3, and the one way out of it that is no return: the code there has raised an exception, and is not gone back to.
#
#   the stack of whoever enters ring 3
#   ┌──────────────────────────────┐
#   │ return address               │   to UserMode.Run
#   │ rbp rbx r12 r13 r14 r15      │ ┐
#   │ rflags cr3 ss                │ ├ what the caller counts on: tarn_leave_user_mode puts it back
#   │ tarn_exceptions, padding     │ │
#   │ FXSAVE: x87, XMM, MXCSR      │ ┘
#   ├──────────────────────────────┤ ◄── RSP0
#   │ ss rsp rflags cs rip         │   first for IRETQ into ring 3, later what the processor pushes when ring 3 is interrupted:
#   │ …                            │   it takes RSP0 for the top of an empty stack, each time anew
#   └──────────────────────────────┘
#
# A page fault in ring 3 is served on a stack of its own (IST2), other exceptions below RSP0; tarn_leave_user_mode abandons either. That
# is safe since nobody is left who would return there: it was entered from ring 3, and by nothing else.

    .intel_syntax noprefix

    .set FXSAVE_SIZE, 512
    .set FXSAVE_CONTROL_WORD, 0
    .set FXSAVE_MXCSR, 24
    .set CONTROL_WORD_DEFAULT, 0x037f   # all x87 exceptions masked, full precision: what FNINIT sets
    .set MXCSR_DEFAULT, 0x1f80
    .set RFLAGS_ALWAYS_SET, 1 << 1
    .set RFLAGS_IF, 1 << 9

    # struct UserModeEntry of C#
    .set ENTRY_ROOT, 0
    .set ENTRY_ARGUMENT, 8
    .set ENTRY_RIP, 16
    .set ENTRY_CS, 24
    .set ENTRY_RSP, 32
    .set ENTRY_SS, 40

    .text
# void tarn_enter_user_mode(UserModeEntry* entry, ulong* privilegedStack): returns when tarn_leave_user_mode is called. RSP0 is stored
# through the second argument.
    .balign 16
    .global tarn_enter_user_mode
    .type tarn_enter_user_mode, @function
tarn_enter_user_mode:
    .cfi_startproc
    .irp register, rbp, rbx, r12, r13, r14, r15
    push \register
    .cfi_adjust_cfa_offset 8
    .cfi_rel_offset \register, 0
    .endr
    pushfq
    .cfi_adjust_cfa_offset 8
    mov rax, cr3
    push rax
    .cfi_adjust_cfa_offset 8
    mov eax, ss
    push rax
    .cfi_adjust_cfa_offset 8
    push [rip + tarn_exceptions]        # the exception under way here, if this runs in a handler of one
    .cfi_adjust_cfa_offset 8
    sub rsp, FXSAVE_SIZE + 8            # aligned to 16: twelve words lie above
    .cfi_adjust_cfa_offset FXSAVE_SIZE + 8
    fxsave64 [rsp]
    mov [rsi], rsp

    # Nothing of the kernel's is left in a register for ring 3 to read. The state after reset is made below the stack, and loaded.
    mov r8, rdi
    sub rsp, FXSAVE_SIZE
    .cfi_adjust_cfa_offset FXSAVE_SIZE
    mov rdi, rsp
    xor eax, eax
    mov ecx, FXSAVE_SIZE / 8
    rep stosq
    mov word ptr [rsp + FXSAVE_CONTROL_WORD], CONTROL_WORD_DEFAULT
    mov dword ptr [rsp + FXSAVE_MXCSR], MXCSR_DEFAULT
    fxrstor64 [rsp]
    add rsp, FXSAVE_SIZE
    .cfi_adjust_cfa_offset -FXSAVE_SIZE

    push [r8 + ENTRY_SS]
    .cfi_adjust_cfa_offset 8
    push [r8 + ENTRY_RSP]
    .cfi_adjust_cfa_offset 8
    pushfq                              # of the caller's flags, whether interrupts come in
    .cfi_adjust_cfa_offset 8
    and qword ptr [rsp], RFLAGS_IF
    or qword ptr [rsp], RFLAGS_ALWAYS_SET
    push [r8 + ENTRY_CS]
    .cfi_adjust_cfa_offset 8
    push [r8 + ENTRY_RIP]
    .cfi_adjust_cfa_offset 8
    mov rdi, [r8 + ENTRY_ARGUMENT]
    mov rax, [r8 + ENTRY_ROOT]
    mov cr3, rax                        # this code and this stack are where they were
    .irp register, eax, ebx, ecx, edx, esi, ebp, r8d, r9d, r10d, r11d, r12d, r13d, r14d, r15d
    xor \register, \register
    .endr
    iretq                               # also empties DS and ES, which ring 3 may not have (Intel SDM volume 2, IRET)
    .cfi_endproc
    .size tarn_enter_user_mode, . - tarn_enter_user_mode

# void tarn_leave_user_mode(ulong privilegedStack): never returns to its caller, but from tarn_enter_user_mode to that one's. With
# interrupts off.
    .balign 16
    .global tarn_leave_user_mode
    .type tarn_leave_user_mode, @function
tarn_leave_user_mode:
    .cfi_startproc
    mov rsp, rdi
    .cfi_def_cfa rsp, FXSAVE_SIZE + 12 * 8
    .cfi_offset rbp, -16
    .cfi_offset rbx, -24
    .cfi_offset r12, -32
    .cfi_offset r13, -40
    .cfi_offset r14, -48
    .cfi_offset r15, -56
    fxrstor64 [rsp]
    add rsp, FXSAVE_SIZE + 8
    .cfi_adjust_cfa_offset -(FXSAVE_SIZE + 8)
    pop [rip + tarn_exceptions]
    .cfi_adjust_cfa_offset -8
    pop rax                             # SS was emptied on the way from ring 3, and the others are what ring 3 made of them
    .cfi_adjust_cfa_offset -8
    mov ss, eax
    mov ds, eax
    mov es, eax
    xor eax, eax
    mov fs, eax
    mov gs, eax
    pop rax
    .cfi_adjust_cfa_offset -8
    mov cr3, rax
    popfq
    .cfi_adjust_cfa_offset -8
    .irp register, r15, r14, r13, r12, rbx, rbp
    pop \register
    .cfi_adjust_cfa_offset -8
    .cfi_restore \register
    .endr
    ret
    .cfi_endproc
    .size tarn_leave_user_mode, . - tarn_leave_user_mode
