# What the collector's interface ends in where there is no collector. Tarn.Collector and the image that has it give stronger symbols of the same
# names.

    .intel_syntax noprefix

    .macro WITHOUT_COLLECTOR name
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

# bool tarn_collect(): frees what nothing refers to; false where nothing can be freed
WITHOUT_COLLECTOR tarn_collect
    xor eax, eax
    ret
END tarn_collect

# int tarn_count_collections(): how many there have been
WITHOUT_COLLECTOR tarn_count_collections
    xor eax, eax
    ret
END tarn_count_collections

# nint tarn_count_used_bytes(): bytes of the heap in use; below 0 where nobody can tell
WITHOUT_COLLECTOR tarn_count_used_bytes
    mov rax, -1
    ret
END tarn_count_used_bytes
