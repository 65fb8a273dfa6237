# Callers that hold an object in one register only while it is collected.

    .intel_syntax noprefix

# nint collect_with_register(int way, nint (*make)()): makes an object, holds it in the register that way says, collects, and returns it.
# What make has left below the stack pointer is not looked at: the collection scans from its own frame upwards, and that is written anew.
    .section .text.collect_with_register, "ax", @progbits
    .global collect_with_register
    .type collect_with_register, @function
collect_with_register:
    .cfi_startproc
    .irp register, rbx, rbp, r12, r13, r14, r15
    push \register
    .cfi_adjust_cfa_offset 8
    .cfi_rel_offset \register, 0
    .endr
    sub rsp, 8                          # aligned to 16 for the calls
    .cfi_adjust_cfa_offset 8
    mov ebx, edi
    call rsi

    # No register but the one below has it, for nothing else is moved: the way is in ebx until then.
    xor ebp, ebp
    xor r12d, r12d
    xor r13d, r13d
    xor r14d, r14d
    xor r15d, r15d
    mov ecx, ebx
    xor ebx, ebx
    cmp ecx, 6
    je 6f
    cmp ecx, 5
    je 5f
    cmp ecx, 4
    je 4f
    cmp ecx, 3
    je 3f
    cmp ecx, 2
    je 2f
    cmp ecx, 1
    je 1f
    mov rbx, rax
    jmp 6f
1:  mov rbp, rax
    jmp 6f
2:  mov r12, rax
    jmp 6f
3:  mov r13, rax
    jmp 6f
4:  mov r14, rax
    jmp 6f
5:  mov r15, rax
6:  xor eax, eax
    call tarn_collect
    mov rax, rbx
    or rax, rbp
    or rax, r12
    or rax, r13
    or rax, r14
    or rax, r15
    add rsp, 8
    .cfi_adjust_cfa_offset -8
    .irp register, r15, r14, r13, r12, rbp, rbx
    pop \register
    .cfi_adjust_cfa_offset -8
    .cfi_restore \register
    .endr
    ret
    .cfi_endproc
    .size collect_with_register, . - collect_with_register
