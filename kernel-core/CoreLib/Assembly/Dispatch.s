# Calls of interface methods. ILC compiles a call to
#
#       lea r11, [cell]
#       call qword ptr [r11]
#
# where a cell is two words: this code, and what the cell is for. All cells for one method of one interface stand in a row, which ends with
# {0, slot of the method}. The second word is at first the distance of the interface's method table, marked in its low two bits; from the
# first call on it is the address of the newest of a chain of cache entries (see InterfaceDispatch.cs, which writes them):
#
#       0  method table of an object that was called through this cell
#       8  code that was called
#      16  next entry; at the end of the chain the address of the interface's method table plus 1
#
# The chain only ever grows at its head, by one store of eight bytes, so whoever is interrupted in here finds it whole.

    .intel_syntax noprefix

    .section .helpers.text.RhpInitialDynamicInterfaceDispatch, "ax", @progbits

    .global RhpInitialDynamicInterfaceDispatch
    .type RhpInitialDynamicInterfaceDispatch, @function
    .balign 16
RhpInitialDynamicInterfaceDispatch:
    .cfi_startproc
    mov r10, [r11 + 8]
    mov rax, [rdi]                      # faults if there is no object
1:  test r10b, 3
    jnz .Ldispatch_unknown
    cmp [r10], rax
    jne 2f
    jmp [r10 + 8]
2:  mov r10, [r10 + 16]
    jmp 1b

.Ldispatch_unknown:
    # The arguments of the call, which are not ours to change: integer and floating-point registers.
    .set SAVED_VECTORS, 8 * 16
    push rdi
    .cfi_adjust_cfa_offset 8
    push rsi
    .cfi_adjust_cfa_offset 8
    push rdx
    .cfi_adjust_cfa_offset 8
    push rcx
    .cfi_adjust_cfa_offset 8
    push r8
    .cfi_adjust_cfa_offset 8
    push r9
    .cfi_adjust_cfa_offset 8
    sub rsp, SAVED_VECTORS + 8          # with the return address, 16-byte alignment again
    .cfi_adjust_cfa_offset SAVED_VECTORS + 8
    movaps [rsp], xmm0
    movaps [rsp + 16], xmm1
    movaps [rsp + 32], xmm2
    movaps [rsp + 48], xmm3
    movaps [rsp + 64], xmm4
    movaps [rsp + 80], xmm5
    movaps [rsp + 96], xmm6
    movaps [rsp + 112], xmm7

    mov rsi, r11
    call tarn_resolve_interface_call    # (object, cell); returns the code

    movaps xmm0, [rsp]
    movaps xmm1, [rsp + 16]
    movaps xmm2, [rsp + 32]
    movaps xmm3, [rsp + 48]
    movaps xmm4, [rsp + 64]
    movaps xmm5, [rsp + 80]
    movaps xmm6, [rsp + 96]
    movaps xmm7, [rsp + 112]
    add rsp, SAVED_VECTORS + 8
    .cfi_adjust_cfa_offset -(SAVED_VECTORS + 8)
    pop r9
    .cfi_adjust_cfa_offset -8
    pop r8
    .cfi_adjust_cfa_offset -8
    pop rcx
    .cfi_adjust_cfa_offset -8
    pop rdx
    .cfi_adjust_cfa_offset -8
    pop rsi
    .cfi_adjust_cfa_offset -8
    pop rdi
    .cfi_adjust_cfa_offset -8
    jmp rax
    .cfi_endproc
    .size RhpInitialDynamicInterfaceDispatch, . - RhpInitialDynamicInterfaceDispatch
