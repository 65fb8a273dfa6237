# An interrupt that comes when it is wanted, in place of the halt that would wait for one. System V calling convention.

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

# void bench_interrupt(): as tarn_wait_for_interrupt, with INT 32 (line 0) for the halt.
FUNCTION bench_interrupt
    sti
    int 32
    ret
END bench_interrupt

# void bench_no_interrupt(): the same number of instructions, and no interrupt.
FUNCTION bench_no_interrupt
    sti
    nop
    ret
END bench_no_interrupt
