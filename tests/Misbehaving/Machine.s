# Ends the machine by a fault that nobody can handle.

    .intel_syntax noprefix
    .text

# void tarn_misbehaving_triple_fault(): does not return.
    .balign 16
    .global tarn_misbehaving_triple_fault
    .type tarn_misbehaving_triple_fault, @function
tarn_misbehaving_triple_fault:
    .cfi_startproc
    sub rsp, 24
    .cfi_adjust_cfa_offset 24
    # An interrupt descriptor table of no entries: the fault cannot be delivered, nor the double fault that follows.
    mov qword ptr [rsp], 0
    mov qword ptr [rsp + 8], 0
    lidt [rsp]
    ud2
    .cfi_endproc
    .size tarn_misbehaving_triple_fault, . - tarn_misbehaving_triple_fault

    .section .note.GNU-stack, "", @progbits
