# What ILC compiled, as a table of pointers to ReadyToRun headers; the linker script sets its bounds.

    .intel_syntax noprefix

    .section .text, "ax", @progbits

    .global tarn_modules_start
    .type tarn_modules_start, @function
tarn_modules_start:
    .cfi_startproc
    lea rax, [rip + __modules_start]
    ret
    .cfi_endproc
    .size tarn_modules_start, . - tarn_modules_start

    .global tarn_modules_end
    .type tarn_modules_end, @function
tarn_modules_end:
    .cfi_startproc
    lea rax, [rip + __modules_end]
    ret
    .cfi_endproc
    .size tarn_modules_end, . - tarn_modules_end
