# Where compiled code makes an object. All objects go this way, so it counts instructions: those that most have need no loop.

    .intel_syntax noprefix

    .set BASE_SIZE, 4                   # in a method table: bytes of an object, the header word included; a multiple of 8, at least 24
    .set PIECE, 16                      # bytes that are zeroed at once
    .set LARGEST, 192                   # bytes of the largest object that is zeroed here: 12 pieces
    .set MIDDLE, 64                     # where in the object offsets begin that reach each piece in a signed byte
    .set STORE, 4                       # bytes of the instruction that zeroes a piece

# byte* RhpNewFast(MethodTable* type): ILC calls it for `new` of a class, and to box a value. What it returns points behind the header word. A package that
# keeps account of objects may have a stronger symbol of the same name.
    .section .text.RhpNewFast, "ax", @progbits
    .weak RhpNewFast
    .type RhpNewFast, @function
    .balign 16
RhpNewFast:
    .cfi_startproc
    mov eax, [rdi + BASE_SIZE]
    cmp eax, LARGEST
    ja tarn_new_large_object
    push rdi
    .cfi_def_cfa_offset 16
    mov edi, eax
    mov esi, 8                          # the alignment
    call tarn_object_allocate
    pop rdi
    .cfi_def_cfa_offset 8
    mov ecx, [rdi + BASE_SIZE]
    test rax, rax
    jz .Lout_of_memory
    xorps xmm0, xmm0
    mov qword ptr [rax + rcx - 8], 0    # where the size is no multiple of a piece
    shr ecx, 2
    and ecx, -STORE                     # bytes of as many stores as there are whole pieces
    lea rdx, [rip + .Lzeroed]
    sub rdx, rcx
    lea rsi, [rax + MIDDLE]
    jmp rdx

    .irp offset, 112, 96, 80, 64, 48, 32, 16, 0, -16, -32, -48, -64
    {disp8} movups [rsi + \offset], xmm0
    .endr
.Lzeroed:
    mov [rax + 8], rdi
    add rax, 8
    ret

.Lout_of_memory:
    mov edi, ecx
    jmp tarn_throw_out_of_memory
    .cfi_endproc
    .size RhpNewFast, . - RhpNewFast
