# Where everything lies in the image, for C#: struct ImageLayout, in this order. The symbols are kernel.ld's and Stacks.s's.

    .intel_syntax noprefix

    .section .rodata.image_layout, "a", @progbits
    .balign 8
    .global tarn_image_layout
tarn_image_layout:
    .quad tarn_image_start, tarn_image_end
    .quad tarn_text_start, tarn_text_end
    .quad tarn_rodata_start, tarn_rodata_end
    .quad tarn_data_start, tarn_data_end
    .quad tarn_throwing_code_start, __managedcode_end
    .quad tarn_stubs_start, tarn_stubs_end
    .quad tarn_stacks, tarn_stacks_end

# ImageLayout* tarn_get_image_layout()
    .text
    .balign 16
    .global tarn_get_image_layout
    .type tarn_get_image_layout, @function
tarn_get_image_layout:
    .cfi_startproc
    lea rax, [rip + tarn_image_layout]
    ret
    .cfi_endproc
    .size tarn_get_image_layout, . - tarn_get_image_layout
