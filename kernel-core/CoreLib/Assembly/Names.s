# The table of names (docs/names.md); the linker script sets its bounds, which are equal in an image without names.

    .intel_syntax noprefix

    .section .text, "ax", @progbits

# byte* tarn_names_get_start()
    .global tarn_names_get_start
    .type tarn_names_get_start, @function
tarn_names_get_start:
    .cfi_startproc
    lea rax, [rip + tarn_names_start]
    ret
    .cfi_endproc
    .size tarn_names_get_start, . - tarn_names_get_start

# byte* tarn_names_get_end()
    .global tarn_names_get_end
    .type tarn_names_get_end, @function
tarn_names_get_end:
    .cfi_startproc
    lea rax, [rip + tarn_names_end]
    ret
    .cfi_endproc
    .size tarn_names_get_end, . - tarn_names_get_end
