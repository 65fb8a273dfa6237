# Ways in assembly to what a handler must not reach. None of it ever runs.

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

# By a call, behind a branch.
FUNCTION handlers_call_the_heap
    sub rsp, 8
    .cfi_adjust_cfa_offset 8
    test edi, edi
    jz 1f
    mov edi, 64
    mov esi, 8
    call tarn_heap_allocate
1:  add rsp, 8
    .cfi_adjust_cfa_offset -8
    ret
END handlers_call_the_heap

# By a jump.
FUNCTION handlers_jump_to_the_heap
    jmp tarn_heap_allocate
END handlers_jump_to_the_heap

# By a jump over the start of a function, to a label inside it. The label has neither type nor size.
FUNCTION handlers_jump_into_the_middle
    test edi, edi
    jz handlers_middle
    ret
END handlers_jump_into_the_middle

FUNCTION handlers_with_a_middle
    ret
handlers_middle:
    mov edi, 64
    mov esi, 8
    jmp tarn_heap_allocate
END handlers_with_a_middle

# By an address that is a constant, and a jump that goes by it.
FUNCTION handlers_throw
    xor edi, edi
    jmp [rip + throw_address]
END handlers_throw

    .section .rodata, "a", @progbits
    .balign 8
throw_address:
    .quad RhpThrowEx

# By an address that can be anything.
    .text
FUNCTION handlers_call_through_variable
    sub rsp, 8
    .cfi_adjust_cfa_offset 8
    call [rip + handlers_variable]
    add rsp, 8
    .cfi_adjust_cfa_offset -8
    ret
END handlers_call_through_variable

# By an address and a segment.
FUNCTION handlers_jump_far
    jmp fword ptr [rip + handlers_variable]
END handlers_jump_far

    .section .data, "aw", @progbits
    .balign 8
handlers_variable:
    .quad handlers_call_the_heap, 8
