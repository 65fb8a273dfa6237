# Where a throw begins, how handlers are called, and how a frame is gone back to: what needs to name registers. All else is C#
# (Dispatch/ExceptionDispatcher.cs).
#
#   throw            call RhpThrowEx(exception)                         never returns
#   throw;           call RhpRethrow()                                  never returns
#   a fault          IRETQ to tarn_throw_fault, on the stack of the code that faulted
#
# Each makes an ExceptionRecord on the stack, with the registers that a method must find unchanged after a call, and calls C#.

    .intel_syntax noprefix

    # struct Registers: numbers are DWARF's.
    .set REGISTER_RBX, 3 * 8
    .set REGISTER_RBP, 6 * 8
    .set REGISTER_RSP, 7 * 8
    .set REGISTER_R12, 12 * 8
    .set REGISTER_R13, 13 * 8
    .set REGISTER_R14, 14 * 8
    .set REGISTER_R15, 15 * 8
    .set REGISTER_RIP, 16 * 8
    .set REGISTERS_IS_EXACT, 17 * 8
    .set REGISTERS_SIZE, 18 * 8

    # struct ExceptionRecord
    .set RECORD_FAULT, 24
    .set RECORD_ORIGIN, 32
    .set RECORD_FRAME, RECORD_ORIGIN + REGISTERS_SIZE
    .set RECORD_SIZE, RECORD_FRAME + REGISTERS_SIZE

    # struct InterruptFrame, from the start of what a fault leaves (Tarn.Arch.X86_64's ProcessorFault)
    .set FAULT_RIP, 8                   # where it is thrown from, and the stack pointer there
    .set FAULT_RSP, 16
    .set FAULT_FRAME, 24
    .set FAULT_R15, FAULT_FRAME
    .set FAULT_R14, FAULT_FRAME + 8
    .set FAULT_R13, FAULT_FRAME + 16
    .set FAULT_R12, FAULT_FRAME + 24
    .set FAULT_R11, FAULT_FRAME + 32
    .set FAULT_R10, FAULT_FRAME + 40
    .set FAULT_R9, FAULT_FRAME + 48
    .set FAULT_R8, FAULT_FRAME + 56
    .set FAULT_RBP, FAULT_FRAME + 64
    .set FAULT_RDI, FAULT_FRAME + 72
    .set FAULT_RSI, FAULT_FRAME + 80
    .set FAULT_RDX, FAULT_FRAME + 88
    .set FAULT_RCX, FAULT_FRAME + 96
    .set FAULT_RBX, FAULT_FRAME + 104
    .set FAULT_RAX, FAULT_FRAME + 112

    # A record on the stack of a function that was just called; with the return address above it and 8 bytes more the stack is aligned.
    .macro THROW name, target
    .section .text.\name, "ax", @progbits
    .global \name
    .type \name, @function
\name:
    .cfi_startproc
    sub rsp, RECORD_SIZE + 8
    .cfi_adjust_cfa_offset RECORD_SIZE + 8
    mov [rsp + RECORD_ORIGIN + REGISTER_RBX], rbx
    mov [rsp + RECORD_ORIGIN + REGISTER_RBP], rbp
    mov [rsp + RECORD_ORIGIN + REGISTER_R12], r12
    mov [rsp + RECORD_ORIGIN + REGISTER_R13], r13
    mov [rsp + RECORD_ORIGIN + REGISTER_R14], r14
    mov [rsp + RECORD_ORIGIN + REGISTER_R15], r15
    lea rax, [rsp + RECORD_SIZE + 16]
    mov [rsp + RECORD_ORIGIN + REGISTER_RSP], rax
    mov rax, [rsp + RECORD_SIZE + 8]
    mov [rsp + RECORD_ORIGIN + REGISTER_RIP], rax
    xor eax, eax
    mov [rsp + RECORD_ORIGIN + REGISTERS_IS_EXACT], rax
    mov [rsp + RECORD_FAULT], rax
    mov rsi, rsp
    call \target
    ud2
    .cfi_endproc
    .size \name, . - \name
    .endm

    THROW RhpThrowEx, tarn_dispatch_throw           # (exception, record)
    THROW RhpRethrow, tarn_dispatch_rethrow         # (nothing, record)

# A processor fault that is an exception: here the handler of faults lets the code go on that faulted, on its own stack. edi: the fault
# (HardwareException); rsi: a ProcessorFault, which lies between here and what that code has on the stack.
    .section .text.tarn_throw_fault, "ax", @progbits
    .type tarn_throw_fault, @function
tarn_throw_fault:
    .cfi_startproc
    # Who walks through here finds the registers of the code that faulted in the ProcessorFault.
    .cfi_signal_frame
    .cfi_def_cfa rsi, 0
    .cfi_offset rip, FAULT_RIP
    .cfi_offset rsp, FAULT_RSP
    .irp register, RAX, RBX, RCX, RDX, RSI, RDI, RBP, R8, R9, R10, R11, R12, R13, R14, R15
    .cfi_offset \register, FAULT_\register
    .endr
    mov rbx, rsi
    .cfi_def_cfa_register rbx
    and rsp, -16
    sub rsp, RECORD_SIZE
    .irp register, RBX, RBP, RSP, RIP, R12, R13, R14, R15
    mov rax, [rbx + FAULT_\register]
    mov [rsp + RECORD_ORIGIN + REGISTER_\register], rax
    .endr
    mov qword ptr [rsp + RECORD_ORIGIN + REGISTERS_IS_EXACT], 1
    mov [rsp + RECORD_FAULT], rbx
    mov rsi, rsp
    call tarn_dispatch_fault            # (code, record)
    ud2
    .cfi_endproc
    .size tarn_throw_fault, . - tarn_throw_fault

# void* tarn_get_fault_thrower(): where the handler of faults goes with one that is an exception
    .section .text.tarn_get_fault_thrower, "ax", @progbits
    .global tarn_get_fault_thrower
    .type tarn_get_fault_thrower, @function
tarn_get_fault_thrower:
    .cfi_startproc
    lea rax, [rip + tarn_throw_fault]
    ret
    .cfi_endproc
    .size tarn_get_fault_thrower, . - tarn_get_fault_thrower

# ulong tarn_call_funclet(object exception, void* code, ExceptionRecord* record): calls a handler or a filter in the frame of its method,
# which is in the record. What a funclet answers: a filter, whether it accepts; a catch clause, where its method goes on.
# The dispatcher, which looks for who called a funclet, finds the record on top of this frame.
    .section .text.tarn_call_funclet, "ax", @progbits
    .global tarn_call_funclet
    .type tarn_call_funclet, @function
tarn_call_funclet:
    .cfi_startproc
    .irp register, rbx, rbp, r12, r13, r14, r15
    push \register
    .cfi_adjust_cfa_offset 8
    .cfi_rel_offset \register, 0
    .endr
    push rdx
    .cfi_adjust_cfa_offset 8
    .irp register, RBX, RBP, R12, R13, R14, R15
    mov \register, [rdx + RECORD_FRAME + REGISTER_\register]
    .endr
    call rsi
tarn_funclet_return:
    add rsp, 8
    .cfi_adjust_cfa_offset -8
    .irp register, r15, r14, r13, r12, rbp, rbx
    pop \register
    .cfi_adjust_cfa_offset -8
    .cfi_restore \register
    .endr
    ret
    .cfi_endproc
    .size tarn_call_funclet, . - tarn_call_funclet

# void tarn_continue_in_frame(Registers* frame): goes on in a frame, and leaves all below it. RAX is zero there.
    .section .text.tarn_continue_in_frame, "ax", @progbits
    .global tarn_continue_in_frame
    .type tarn_continue_in_frame, @function
tarn_continue_in_frame:
    .cfi_startproc
    .irp register, RBX, RBP, R12, R13, R14, R15
    mov \register, [rdi + REGISTER_\register]
    .endr
    mov rdx, [rdi + REGISTER_RIP]
    mov rsp, [rdi + REGISTER_RSP]
    xor eax, eax
    jmp rdx
    .cfi_endproc
    .size tarn_continue_in_frame, . - tarn_continue_in_frame

# UnwindTables* tarn_get_unwind_tables(): where they are; the symbols are the linker script's
    .section .text.tarn_get_unwind_tables, "ax", @progbits
    .global tarn_get_unwind_tables
    .type tarn_get_unwind_tables, @function
tarn_get_unwind_tables:
    .cfi_startproc
    lea rax, [rip + unwind_tables]
    ret
    .cfi_endproc
    .size tarn_get_unwind_tables, . - tarn_get_unwind_tables

    .section .rodata.unwind_tables, "a", @progbits
    .balign 8
unwind_tables:
    .quad tarn_unwind_start, tarn_unwind_end
    .quad tarn_data_start, tarn_data_end
    .quad tarn_funclet_return, tarn_throw_fault
