# Copying, filling and comparing memory, under the names that C compilers and ILC know. SSE2 only; no state but registers.
#
#   void* memcpy(void* destination, const void* source, size_t count)       the same code as memmove
#   void* memmove(void* destination, const void* source, size_t count)      regions may overlap
#   void* memset(void* destination, int value, size_t count)
#   int   memcmp(const void* first, const void* second, size_t count)       compares as unsigned bytes
#
# Up to 128 bytes: everything is loaded before anything is stored, in pieces that overlap in the middle, so there is neither a loop nor
# a case for overlapping regions. Above: 64 bytes a turn, unaligned loads and aligned stores; a piece loaded beforehand covers each ragged
# end. From REP_THRESHOLD on, where regions do not overlap, the microcode of `rep movsq`/`rep stosq` moves whole cache lines (Intel
# optimization manual, section 3.7.6) and QEMU eight bytes a step; it needs the direction flag clear, as the System V ABI promises.

    .intel_syntax noprefix

    .set REP_THRESHOLD, 4096

    .section .helpers.text.memmove, "ax", @progbits
    .global memcpy
    .global memmove
    .type memcpy, @function
    .type memmove, @function
    .balign 16
memcpy:
memmove:
    .cfi_startproc
    mov rax, rdi
    cmp rdx, 16
    jae .Lmove_16_or_more
    cmp edx, 8
    jae .Lmove_8_to_15
    cmp edx, 4
    jae .Lmove_4_to_7
    test edx, edx
    jz .Lmove_done
    movzx ecx, byte ptr [rsi]
    cmp edx, 1
    je .Lmove_1
    movzx r8d, word ptr [rsi + rdx - 2]
    mov [rdi + rdx - 2], r8w
.Lmove_1:
    mov [rdi], cl
.Lmove_done:
    ret

.Lmove_4_to_7:
    mov ecx, [rsi]
    mov r8d, [rsi + rdx - 4]
    mov [rdi], ecx
    mov [rdi + rdx - 4], r8d
    ret

.Lmove_8_to_15:
    mov rcx, [rsi]
    mov r8, [rsi + rdx - 8]
    mov [rdi], rcx
    mov [rdi + rdx - 8], r8
    ret

.Lmove_16_or_more:
    cmp rdx, 32
    ja .Lmove_33_or_more
    movups xmm0, [rsi]
    movups xmm1, [rsi + rdx - 16]
    movups [rdi], xmm0
    movups [rdi + rdx - 16], xmm1
    ret

.Lmove_33_or_more:
    cmp rdx, 64
    ja .Lmove_65_or_more
    movups xmm0, [rsi]
    movups xmm1, [rsi + 16]
    movups xmm2, [rsi + rdx - 32]
    movups xmm3, [rsi + rdx - 16]
    movups [rdi], xmm0
    movups [rdi + 16], xmm1
    movups [rdi + rdx - 32], xmm2
    movups [rdi + rdx - 16], xmm3
    ret

.Lmove_65_or_more:
    cmp rdx, 128
    ja .Lmove_129_or_more
    movups xmm0, [rsi]
    movups xmm1, [rsi + 16]
    movups xmm2, [rsi + 32]
    movups xmm3, [rsi + 48]
    movups xmm4, [rsi + rdx - 64]
    movups xmm5, [rsi + rdx - 48]
    movups xmm6, [rsi + rdx - 32]
    movups xmm7, [rsi + rdx - 16]
    movups [rdi], xmm0
    movups [rdi + 16], xmm1
    movups [rdi + 32], xmm2
    movups [rdi + 48], xmm3
    movups [rdi + rdx - 64], xmm4
    movups [rdi + rdx - 48], xmm5
    movups [rdi + rdx - 32], xmm6
    movups [rdi + rdx - 16], xmm7
    ret

.Lmove_129_or_more:
    mov rcx, rdi
    sub rcx, rsi                        # destination - source, as an unsigned number
    cmp rcx, rdx
    jb .Lmove_backward                  # the destination begins inside the source
    neg rcx                             # source - destination: below the count, the source begins inside the destination
    cmp rcx, rdx
    jb .Lmove_forward
    cmp rdx, REP_THRESHOLD
    jae .Lmove_repeat

.Lmove_forward:
    # The last 64 bytes are loaded now (the loop may overwrite them) and stored at the end.
    movups xmm4, [rsi + rdx - 64]
    movups xmm5, [rsi + rdx - 48]
    movups xmm6, [rsi + rdx - 32]
    movups xmm7, [rsi + rdx - 16]
    lea r8, [rdi + rdx - 64]            # where they go
    movups xmm0, [rsi]
    mov rcx, rdi
    neg rcx
    and ecx, 15                         # bytes up to an aligned destination
    movups xmm1, [rsi + rcx]
    movups [rdi], xmm0
    add rsi, rcx
    add rdi, rcx
    movups xmm2, [rsi + 16]
    movups xmm3, [rsi + 32]
    movups xmm0, [rsi + 48]
    jmp 2f
    .balign 16
1:  movups xmm1, [rsi]
    movups xmm2, [rsi + 16]
    movups xmm3, [rsi + 32]
    movups xmm0, [rsi + 48]
2:  movaps [rdi], xmm1
    movaps [rdi + 16], xmm2
    movaps [rdi + 32], xmm3
    movaps [rdi + 48], xmm0
    add rsi, 64
    add rdi, 64
    cmp rdi, r8
    jb 1b
    movups [r8], xmm4
    movups [r8 + 16], xmm5
    movups [r8 + 32], xmm6
    movups [r8 + 48], xmm7
    ret

.Lmove_repeat:
    mov r8, [rsi + rdx - 8]
    lea r9, [rdi + rdx - 8]
    mov rcx, rdx
    shr rcx, 3
    rep movsq
    mov [r9], r8                        # the ragged end
    ret

.Lmove_backward:
    # The same from the end: the first 64 bytes are kept for last.
    movups xmm4, [rsi]
    movups xmm5, [rsi + 16]
    movups xmm6, [rsi + 32]
    movups xmm7, [rsi + 48]
    lea r8, [rdi + 64]
    movups xmm0, [rsi + rdx - 16]
    lea r9, [rdi + rdx]                 # end of the destination
    mov ecx, r9d
    and ecx, 15                         # bytes beyond an aligned end
    lea rsi, [rsi + rdx]
    sub rsi, rcx
    mov rdx, r9
    sub rdx, rcx
    movups xmm1, [rsi - 16]
    movups xmm2, [rsi - 32]
    movups xmm3, [rsi - 48]
    movups [r9 - 16], xmm0
    movups xmm0, [rsi - 64]
    jmp 4f
    .balign 16
3:  movups xmm1, [rsi - 16]
    movups xmm2, [rsi - 32]
    movups xmm3, [rsi - 48]
    movups xmm0, [rsi - 64]
4:  movaps [rdx - 16], xmm1
    movaps [rdx - 32], xmm2
    movaps [rdx - 48], xmm3
    movaps [rdx - 64], xmm0
    sub rsi, 64
    sub rdx, 64
    cmp rdx, r8
    ja 3b
    movups [rdi], xmm4
    movups [rdi + 16], xmm5
    movups [rdi + 32], xmm6
    movups [rdi + 48], xmm7
    ret
    .cfi_endproc
    .size memcpy, . - memcpy
    .size memmove, . - memmove

    .section .helpers.text.memset, "ax", @progbits
    .global memset
    .type memset, @function
    .balign 16
memset:
    .cfi_startproc
    mov rax, rdi
    movzx ecx, sil
    mov rsi, 0x0101010101010101
    imul rcx, rsi                       # the byte, eight times
    cmp rdx, 16
    jae .Lset_16_or_more
    cmp edx, 8
    jae .Lset_8_to_15
    cmp edx, 4
    jae .Lset_4_to_7
    test edx, edx
    jz .Lset_done
    mov [rdi], cl
    mov [rdi + rdx - 1], cl
    cmp edx, 3
    jb .Lset_done
    mov [rdi + 1], cl
.Lset_done:
    ret

.Lset_4_to_7:
    mov [rdi], ecx
    mov [rdi + rdx - 4], ecx
    ret

.Lset_8_to_15:
    mov [rdi], rcx
    mov [rdi + rdx - 8], rcx
    ret

.Lset_16_or_more:
    cmp rdx, REP_THRESHOLD
    jae .Lset_repeat
    movq xmm0, rcx
    punpcklqdq xmm0, xmm0
    lea r8, [rdi + rdx - 16]            # where the last piece goes
    movups [rdi], xmm0
    movups [r8], xmm0
    cmp rdx, 32
    jbe .Lset_done
    movups [rdi + 16], xmm0
    movups [r8 - 16], xmm0
    cmp rdx, 64
    jbe .Lset_done
    # What is left lies between the first 32 bytes, rounded up to alignment, and the last 32.
    add rdi, 32
    and rdi, -16
    sub r8, 16
    .balign 16
5:  movaps [rdi], xmm0
    movaps [rdi + 16], xmm0
    add rdi, 32
    cmp rdi, r8
    jb 5b
    ret

.Lset_repeat:
    mov [rdi + rdx - 8], rcx            # the ragged end
    xchg rax, rcx                       # the pattern to where stos wants it, the result out of the way
    mov r8, rcx
    mov rcx, rdx
    shr rcx, 3
    rep stosq
    mov rax, r8
    ret
    .cfi_endproc
    .size memset, . - memset

    .section .helpers.text.memcmp, "ax", @progbits
    .global memcmp
    .type memcmp, @function
    .balign 16
memcmp:
    .cfi_startproc
    xor eax, eax
    cmp rdx, 16
    jb .Lcompare_below_16
    lea r8, [rdx - 16]                  # offset of the last piece
    xor ecx, ecx
6:  movups xmm0, [rdi + rcx]
    movups xmm1, [rsi + rcx]
    pcmpeqb xmm0, xmm1
    pmovmskb r9d, xmm0
    xor r9d, 0xffff                     # a bit for each byte that differs
    jnz .Lcompare_differs
    cmp rcx, r8
    je .Lcompare_done
    add rcx, 16
    cmp rcx, r8
    cmova rcx, r8
    jmp 6b

.Lcompare_differs:
    bsf r9d, r9d
    add rcx, r9
    movzx eax, byte ptr [rdi + rcx]
    movzx edx, byte ptr [rsi + rcx]
    sub eax, edx
.Lcompare_done:
    ret

.Lcompare_below_16:
    cmp edx, 8
    jb .Lcompare_below_8
    mov rcx, [rdi]
    mov r8, [rsi]
    cmp rcx, r8
    jne .Lcompare_words
    mov rcx, [rdi + rdx - 8]
    mov r8, [rsi + rdx - 8]
    cmp rcx, r8
    jne .Lcompare_words
    ret
.Lcompare_words:
    # The lowest address counts most.
    bswap rcx
    bswap r8
    cmp rcx, r8
    sbb eax, eax                        # -1 if below
    or eax, 1
    ret

.Lcompare_below_8:
    test edx, edx
    jz .Lcompare_done
    xor ecx, ecx
7:  movzx eax, byte ptr [rdi + rcx]
    movzx r8d, byte ptr [rsi + rcx]
    sub eax, r8d
    jnz .Lcompare_done
    inc ecx
    cmp ecx, edx
    jne 7b
    ret
    .cfi_endproc
    .size memcmp, . - memcmp
