# The table of enumerations' names (docs/names.md). An image that does not ask for it does not have it: the build looks whether this function is linked.

    .intel_syntax noprefix

    .section .text.tarn_enumerations_get_start, "ax", @progbits

# byte* tarn_enumerations_get_start()
    .global tarn_enumerations_get_start
    .type tarn_enumerations_get_start, @function
tarn_enumerations_get_start:
    .cfi_startproc
    lea rax, [rip + tarn_enumerations_start]
    ret
    .cfi_endproc
    .size tarn_enumerations_get_start, . - tarn_enumerations_get_start
