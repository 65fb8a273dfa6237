# Where every interrupt and exception arrives, and the way back.
#
#   the processor pushes           the stub of the vector           tarn_interrupt_common            C#
#     ss rsp rflags cs rip   ──►     push vector - 128        ──►     an error code, if none   ──►   void Handle(InterruptFrame*)
#     (an error code)                jump, twice                      general registers              by tarn_interrupt_handlers[vector]
#                                                                     FXSAVE: x87, XMM, MXCSR
#                                                                     the chain of exceptions
#
# C# may use any SSE register, counts on a clear direction flag, and on a stack aligned to 16 at each call. The processor aligns the stack
# before it pushes (Intel SDM volume 3, section 6.14.2), and 22 registers and 528 bytes keep it aligned. No SWAPGS: GS means nothing to
# this kernel.
#
# The call through the table is the one indirect call on an interrupt's way. What is in the table:
#   exceptions          `FaultHandler.Handle`
#   calls from ring 3   `UserCallGate<TCalls>.Serve`, while ring 3 runs
#   devices             `InterruptVectors.CountUnclaimed`, `PicController.ServeUnclaimed`, and `ClaimedHandler<THandler>.RunVector` or
#                       `RunLine` for each type of handler that has claimed a vector or a line; inside those, calls are direct

    .intel_syntax noprefix

    # A stub is two short instructions: it jumps to the end of its block, and from there the way on is a long jump. With a long jump in each
    # stub they would take 8 bytes each, 1 KiB more for all.
    .set STUB_SIZE, 4
    .set BLOCK_STUBS, 32
    .set BLOCK_SIZE, BLOCK_STUBS * STUB_SIZE + 12
    .set BLOCKS, 8
    .set VECTOR_BIAS, 128               # so that every vector fits the short form of PUSH, which takes a signed byte
    .set FXSAVE_SIZE, 512
    .set SAVED_EXCEPTIONS_SIZE, 16      # 8 are used; the stack keeps its alignment
    .set SAVED_STATE_SIZE, FXSAVE_SIZE + SAVED_EXCEPTIONS_SIZE
    .set GENERAL_REGISTERS_SIZE, 15 * 8
    .set MXCSR_DEFAULT, 0x1f80
    .set INTERRUPTED_CS, 24             # above vector, error code and RIP
    .set RING_MASK, 3
    .set CR4_SMAP, 1 << 21

    # For unwinders: inside a stub, the canonical frame address is the interrupted frame's end, above the saved SS, by a DWARF expression
    #   rsp + \size + (((rip & 3) >= 2) << 3)
    # since the PUSH is the first two bytes of each four. (It costs 13 bytes where rules for each stub would cost 1,500.)
    .macro STUB_FRAME size
    .cfi_escape 0x0f, 11, 0x77, \size, 0x80, 0, 0x33, 0x1a, 0x32, 0x2a, 0x33, 0x24, 0x22
    .endm

    # .org goes forward only: a stub that is too long is an error.
    .macro STUBS from, to, target
    .set vector, \from
    .rept \to - \from + 1
    .org tarn_interrupt_stubs + vector / BLOCK_STUBS * BLOCK_SIZE + vector % BLOCK_STUBS * STUB_SIZE, 0xcc
    push vector - VECTOR_BIAS
    jmp \target
    .set vector, vector + 1
    .endr
    .endm

    .macro STUBS_WITHOUT_ERROR_CODE from, to
    STUB_FRAME 40
    STUBS \from, \to, 1f
    .endm

    .macro STUBS_WITH_ERROR_CODE from, to
    STUB_FRAME 48
    STUBS \from, \to, 2f
    .endm

    # What the stubs of a block jump to, with the vector on the stack.
    .macro BLOCK_END
1:  .cfi_def_cfa rsp, 48
    jmp tarn_interrupt_without_error_code
2:  .cfi_def_cfa rsp, 56
    jmp tarn_interrupt_common
    .endm

    .macro SAVE register
    push \register
    .cfi_adjust_cfa_offset 8
    .cfi_rel_offset \register, 0
    .endm

    .macro RESTORE register
    pop \register
    .cfi_adjust_cfa_offset -8
    .cfi_restore \register
    .endm

    .section .text.interrupts, "ax", @progbits
    .balign 16
    .global tarn_interrupt_stubs
    .type tarn_interrupt_stubs, @function
tarn_interrupt_stubs:
    .cfi_startproc
    .cfi_signal_frame
    .cfi_offset rip, -40
    .cfi_offset rsp, -16
    # Which exceptions push an error code: Intel SDM volume 3, table 6-1, and 29 and 30 of the AMD manual (volume 2, section 8.2).
    STUBS_WITHOUT_ERROR_CODE 0, 7
    STUBS_WITH_ERROR_CODE 8, 8          # double fault
    STUBS_WITHOUT_ERROR_CODE 9, 9
    STUBS_WITH_ERROR_CODE 10, 14        # invalid TSS, segment not present, stack segment, general protection, page fault
    STUBS_WITHOUT_ERROR_CODE 15, 16
    STUBS_WITH_ERROR_CODE 17, 17        # alignment check
    STUBS_WITHOUT_ERROR_CODE 18, 20
    STUBS_WITH_ERROR_CODE 21, 21        # control protection
    STUBS_WITHOUT_ERROR_CODE 22, 28
    STUBS_WITH_ERROR_CODE 29, 30        # VMM communication, security
    STUBS_WITHOUT_ERROR_CODE 31, 31
    BLOCK_END
    .set first, BLOCK_STUBS
    .rept BLOCKS - 1
    .set last, first + BLOCK_STUBS - 1
    STUBS_WITHOUT_ERROR_CODE first, last
    BLOCK_END
    .set first, last + 1
    .endr
    .org tarn_interrupt_stubs + BLOCKS * BLOCK_SIZE, 0xcc
    .cfi_endproc
    .size tarn_interrupt_stubs, . - tarn_interrupt_stubs

    # A vector is on the stack, and no error code below it: make room for one, which is 0.
    .type tarn_interrupt_without_error_code, @function
tarn_interrupt_without_error_code:
    .cfi_startproc
    .cfi_signal_frame
    .cfi_def_cfa rsp, 48
    .cfi_offset rip, -40
    .cfi_offset rsp, -16
    push qword ptr [rsp]
    .cfi_adjust_cfa_offset 8
    mov qword ptr [rsp + 8], 0
    .cfi_endproc
    .size tarn_interrupt_without_error_code, . - tarn_interrupt_without_error_code

    .global tarn_interrupt_common
    .type tarn_interrupt_common, @function
tarn_interrupt_common:
    .cfi_startproc
    .cfi_signal_frame
    .cfi_def_cfa rsp, 56
    .cfi_offset rip, -40
    .cfi_offset rsp, -16
    cld
    SAVE rax
    # Ring 3 may have set AC, which would take down SMAP; where there is no SMAP, there is no CLAC either.
    test byte ptr [rsp + 8 + INTERRUPTED_CS], RING_MASK
    jz 1f
    mov rax, cr4
    test eax, CR4_SMAP
    jz 1f
    clac
1:  SAVE rbx
    SAVE rcx
    SAVE rdx
    SAVE rsi
    SAVE rdi
    SAVE rbp
    SAVE r8
    SAVE r9
    SAVE r10
    SAVE r11
    SAVE r12
    SAVE r13
    SAVE r14
    SAVE r15
    mov rdi, rsp                        # InterruptFrame*
    mov eax, [rsp + GENERAL_REGISTERS_SIZE]
    add eax, VECTOR_BIAS
    mov [rsp + GENERAL_REGISTERS_SIZE], rax
    sub rsp, SAVED_STATE_SIZE
    .cfi_adjust_cfa_offset SAVED_STATE_SIZE
    fxsave64 [rsp]
    mov rcx, [rip + tarn_exceptions]    # what is under way here belongs to the interrupted code: a handler's exceptions are a chain of their own
    mov [rsp + FXSAVE_SIZE], rcx
    mov qword ptr [rip + tarn_exceptions], 0
    ldmxcsr [rip + handlers_mxcsr]      # whatever the interrupted code has unmasked or rounds to
    lea rcx, [rip + tarn_interrupt_handlers]
    call [rcx + rax * 8]
    mov rcx, [rsp + FXSAVE_SIZE]
    mov [rip + tarn_exceptions], rcx
    fxrstor64 [rsp]
    add rsp, SAVED_STATE_SIZE
    .cfi_adjust_cfa_offset -SAVED_STATE_SIZE
    RESTORE r15
    RESTORE r14
    RESTORE r13
    RESTORE r12
    RESTORE r11
    RESTORE r10
    RESTORE r9
    RESTORE r8
    RESTORE rbp
    RESTORE rdi
    RESTORE rsi
    RESTORE rdx
    RESTORE rcx
    RESTORE rbx
    RESTORE rax
    add rsp, 16                         # vector and error code
    .cfi_adjust_cfa_offset -16
    iretq
    .cfi_endproc
    .size tarn_interrupt_common, . - tarn_interrupt_common

    .section .rodata, "a", @progbits
    .balign 4
handlers_mxcsr:
    .long MXCSR_DEFAULT

    .section .bss, "aw", @nobits
    .balign 8
    .global tarn_interrupt_handlers
    .type tarn_interrupt_handlers, @object
tarn_interrupt_handlers:
    .skip 256 * 8
    .size tarn_interrupt_handlers, . - tarn_interrupt_handlers

    .text
# byte* tarn_get_interrupt_stubs()
    .balign 16
    .global tarn_get_interrupt_stubs
    .type tarn_get_interrupt_stubs, @function
tarn_get_interrupt_stubs:
    .cfi_startproc
    lea rax, [rip + tarn_interrupt_stubs]
    ret
    .cfi_endproc
    .size tarn_get_interrupt_stubs, . - tarn_get_interrupt_stubs

# delegate*<InterruptFrame*, void>* tarn_get_interrupt_handlers()
    .balign 16
    .global tarn_get_interrupt_handlers
    .type tarn_get_interrupt_handlers, @function
tarn_get_interrupt_handlers:
    .cfi_startproc
    lea rax, [rip + tarn_interrupt_handlers]
    ret
    .cfi_endproc
    .size tarn_get_interrupt_handlers, . - tarn_get_interrupt_handlers
