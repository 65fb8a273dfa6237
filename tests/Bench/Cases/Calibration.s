# A loop whose instructions are known, between two readings of the counter. System V calling convention.

    .intel_syntax noprefix
    .text

# ulong bench_calibrate(uint rounds): the difference of two readings, with `rounds` times DEC and JNZ between them (1 or more). Reading twice takes four
# instructions of it: three that keep the first reading, and the second RDTSC.
    .balign 16
    .global bench_calibrate
    .type bench_calibrate, @function
bench_calibrate:
    .cfi_startproc
    rdtsc
    shl rdx, 32
    or rax, rdx
    mov r8, rax
1:  dec edi
    jnz 1b
    rdtsc
    shl rdx, 32
    or rax, rdx
    sub rax, r8
    ret
    .cfi_endproc
    .size bench_calibrate, . - bench_calibrate

# ulong bench_read_twice(): the same without a loop.
    .balign 16
    .global bench_read_twice
    .type bench_read_twice, @function
bench_read_twice:
    .cfi_startproc
    rdtsc
    shl rdx, 32
    or rax, rdx
    mov r8, rax
    rdtsc
    shl rdx, 32
    or rax, rdx
    sub rax, r8
    ret
    .cfi_endproc
    .size bench_read_twice, . - bench_read_twice
