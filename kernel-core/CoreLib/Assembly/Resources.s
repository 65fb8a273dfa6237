# The texts of .NET's own libraries, where the image has any.

.intel_syntax noprefix

# byte* tarn_get_resources(): the table that the build makes of them, or null.
.weak tarn_resources

.section .text.tarn_get_resources, "ax", @progbits
.globl tarn_get_resources
.type tarn_get_resources, @function
tarn_get_resources:
    .cfi_startproc
    movabs rax, offset tarn_resources
    ret
    .cfi_endproc
.size tarn_get_resources, . - tarn_get_resources
