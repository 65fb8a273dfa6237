# Where `throw` goes in an image that has no unwinder: straight to the report of an exception that nobody catches. The unwinder's package has
# stronger symbols of the same names.

    .intel_syntax noprefix

    .macro WITHOUT_UNWINDER name
    .section .text.\name, "ax", @progbits
    .weak \name
    .type \name, @function
\name:
    .cfi_startproc
    .endm

    .macro END name
    .cfi_endproc
    .size \name, . - \name
    .endm

# void RhpThrowEx(Exception exception): ILC calls it for `throw exception`
WITHOUT_UNWINDER RhpThrowEx
    jmp tarn_throw_uncaught
END RhpThrowEx

# void RhpRethrow(): ILC calls it for `throw;`. There is no catch clause that it could stand in and that has begun.
WITHOUT_UNWINDER RhpRethrow
    ud2
END RhpRethrow

# void* tarn_get_fault_thrower(): where the handler of processor faults goes on with one that is an exception; null for nowhere
WITHOUT_UNWINDER tarn_get_fault_thrower
    xor eax, eax
    ret
END tarn_get_fault_thrower

# int tarn_walk_stack(void* registers, ulong* addresses, int capacity): who called whom
WITHOUT_UNWINDER tarn_walk_stack
    xor eax, eax
    ret
END tarn_walk_stack

# The exceptions that are under way, the latest first: what it points at is the unwinder's business. Each execution context has its own: who
# switches to another (an interrupt's stub, for one) puts this away and starts with null.
    .section .bss.tarn_exceptions, "aw", @nobits
    .balign 8
    .global tarn_exceptions
    .type tarn_exceptions, @object
tarn_exceptions:
    .skip 8
    .size tarn_exceptions, 8

# void** tarn_get_exceptions()
    .section .text.tarn_get_exceptions, "ax", @progbits
    .global tarn_get_exceptions
    .type tarn_get_exceptions, @function
tarn_get_exceptions:
    .cfi_startproc
    lea rax, [rip + tarn_exceptions]
    ret
END tarn_get_exceptions
