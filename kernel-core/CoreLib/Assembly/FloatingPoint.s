# The remainder of a floating-point division, C# `%`: exact, with the sign of the dividend. `fprem` reduces the exponent by at most 63 a
# step and sets C2 (bit 10 of the status word) until it is done (Intel SDM volume 2, FPREM). The x87 unit computes with 64 bits of mantissa,
# and the exact remainder of two doubles (or floats) is itself one, so nothing is rounded.

    .intel_syntax noprefix

    .set STATUS_C2, 1 << 10

    .macro REMAINDER name, width, move
    .section .text.\name, "ax", @progbits
    .global \name
    .type \name, @function
\name:                                  # xmm0: dividend, xmm1: divisor; the result in xmm0
    .cfi_startproc
    sub rsp, 24
    .cfi_adjust_cfa_offset 24
    \move \width ptr [rsp], xmm0
    \move \width ptr [rsp + 8], xmm1
    fld \width ptr [rsp + 8]
    fld \width ptr [rsp]
1:  fprem
    fnstsw ax
    test ax, STATUS_C2
    jnz 1b
    fstp \width ptr [rsp]
    fstp st(0)
    \move xmm0, \width ptr [rsp]
    add rsp, 24
    .cfi_adjust_cfa_offset -24
    ret
    .cfi_endproc
    .size \name, . - \name
    .endm

    REMAINDER fmod, qword, movsd
    REMAINDER fmodf, dword, movss
