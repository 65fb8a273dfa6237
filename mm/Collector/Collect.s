# The way into a collection: what the caller has in registers must be found, so they go to the stack first, where the collector looks.

    .intel_syntax noprefix

# bool tarn_collect(): collects, unless that is not possible now. Of the registers only those that a callee preserves can hold a reference
# of the caller's; the others it has saved itself.
    .section .text.tarn_collect, "ax", @progbits
    .global tarn_collect
    .type tarn_collect, @function
tarn_collect:
    .cfi_startproc
    .irp register, rbx, rbp, r12, r13, r14, r15
    push \register
    .cfi_adjust_cfa_offset 8
    .cfi_rel_offset \register, 0
    .endr
    mov rdi, rsp
    sub rsp, 8                          # aligned to 16 for the call
    .cfi_adjust_cfa_offset 8
    call tarn_collect_from
    add rsp, 8
    .cfi_adjust_cfa_offset -8
    .irp register, r15, r14, r13, r12, rbp, rbx
    pop \register
    .cfi_adjust_cfa_offset -8
    .cfi_restore \register
    .endr
    ret
    .cfi_endproc
    .size tarn_collect, . - tarn_collect
