# Where compiled code stores a reference into an object it calls one of these. A collector could take notice; without one they store.
#
#   RhpAssignRef, RhpCheckedAssignRef   rdi: where to, rsi: the reference
#   RhpByRefAssignRef                   rdi: where to, rsi: where from; both advance by 8, for copies of structs; preserves all but rcx

    .intel_syntax noprefix

    .section .helpers.text.RhpAssignRef, "ax", @progbits

    .global RhpAssignRef
    .global RhpCheckedAssignRef
    .type RhpAssignRef, @function
    .type RhpCheckedAssignRef, @function
RhpAssignRef:
RhpCheckedAssignRef:
    .cfi_startproc
    mov [rdi], rsi
    ret
    .cfi_endproc
    .size RhpAssignRef, . - RhpAssignRef
    .size RhpCheckedAssignRef, . - RhpCheckedAssignRef

    .global RhpByRefAssignRef
    .type RhpByRefAssignRef, @function
RhpByRefAssignRef:
    .cfi_startproc
    mov rcx, [rsi]
    mov [rdi], rcx
    add rsi, 8
    add rdi, 8
    ret
    .cfi_endproc
    .size RhpByRefAssignRef, . - RhpByRefAssignRef
