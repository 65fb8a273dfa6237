# The kernel's epitaph (struct Epitaph of C#), where a debugger looks for it, and the registers that go into it when no exception saved
# them.

    .intel_syntax noprefix

    .section .bss, "aw", @nobits
    .balign 64
    .global tarn_epitaph
    .type tarn_epitaph, @object
    .size tarn_epitaph, 512
tarn_epitaph:
    .skip 512

    .text
# Epitaph* tarn_get_epitaph()
    .balign 16
    .global tarn_get_epitaph
    .type tarn_get_epitaph, @function
tarn_get_epitaph:
    .cfi_startproc
    lea rax, [rip + tarn_epitaph]
    ret
    .cfi_endproc
    .size tarn_get_epitaph, . - tarn_get_epitaph

# int tarn_capture_registers(ulong* registers): the caller's, as an InterruptFrame, then CR0, CR2, CR3 and CR4. What a call does not
# preserve holds whatever the caller left there; RIP is where this returns to, RSP what it will be then. Vector and error code are all
# ones: there was no exception.
    .balign 16
    .global tarn_capture_registers
    .type tarn_capture_registers, @function
tarn_capture_registers:
    .cfi_startproc
    mov [rdi], r15
    mov [rdi + 8], r14
    mov [rdi + 16], r13
    mov [rdi + 24], r12
    mov [rdi + 32], r11
    mov [rdi + 40], r10
    mov [rdi + 48], r9
    mov [rdi + 56], r8
    mov [rdi + 64], rbp
    mov [rdi + 72], rdi
    mov [rdi + 80], rsi
    mov [rdi + 88], rdx
    mov [rdi + 96], rcx
    mov [rdi + 104], rbx
    mov [rdi + 112], rax
    mov qword ptr [rdi + 120], -1
    mov qword ptr [rdi + 128], -1
    mov rax, [rsp]
    mov [rdi + 136], rax
    mov eax, cs
    mov [rdi + 144], rax
    pushfq
    .cfi_adjust_cfa_offset 8
    pop [rdi + 152]
    .cfi_adjust_cfa_offset -8
    lea rax, [rsp + 8]
    mov [rdi + 160], rax
    mov eax, ss
    mov [rdi + 168], rax
    mov rax, cr0
    mov [rdi + 176], rax
    mov rax, cr2
    mov [rdi + 184], rax
    mov rax, cr3
    mov [rdi + 192], rax
    mov rax, cr4
    mov [rdi + 200], rax
    mov eax, 26
    ret
    .cfi_endproc
    .size tarn_capture_registers, . - tarn_capture_registers
