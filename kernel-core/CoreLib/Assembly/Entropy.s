# Where unpredictable numbers begin.

.intel_syntax noprefix

# ulong tarn_entropy(): a number that differs from call to call: from the processor's source of randomness where it has one (CPUID function 1,
# ECX bit 30), and from its time stamp counter. Not for secrets.
#
# Source: Intel SDM volume 1, 7.3.17 (RDRAND fails now and then: try again, ten times), volume 2, RDTSC.
.section .text.tarn_entropy, "ax", @progbits
.globl tarn_entropy
.type tarn_entropy, @function
tarn_entropy:
    .cfi_startproc
    push rbx
    .cfi_adjust_cfa_offset 8
    .cfi_offset rbx, -16
    mov eax, 1
    xor ecx, ecx
    cpuid
    xor esi, esi
    bt ecx, 30
    jnc 2f
    mov ecx, 10
1:
    rdrand rsi
    jc 2f
    dec ecx
    jnz 1b
2:
    rdtsc
    shl rdx, 32
    or rax, rdx
    xor rax, rsi
    pop rbx
    .cfi_adjust_cfa_offset -8
    .cfi_restore rbx
    ret
    .cfi_endproc
.size tarn_entropy, . - tarn_entropy
