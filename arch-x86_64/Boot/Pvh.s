# QEMU's direct boot (`-kernel`): the part of a loader's work that cannot be written in C#.
#
# QEMU finds the note below, copies the segments to their load addresses and enters at `pvh_entry` in 32-bit protected mode, paging
# off, EBX holding the physical address of the start information (Xen's PVH boot ABI). From there:
#
#   1. page tables that map the first GiB three times: at 0 (where we run), in the direct map and at KERNEL_BASE
#   2. long mode, the higher half, a stack, SSE
#   3. tarn_pvh_load (PvhLoader.cs) builds the tables and the responses that a Limine loader would have left, and returns their CR3
#   4. tarn_entry, as if Limine had loaded us
#
# Code and data are linked at high addresses (Limine refuses a program header in the lower half), so until step 2 every symbol is
# written `symbol - KERNEL_BASE`.

    .intel_syntax noprefix

    .set KERNEL_BASE, 0xffffffff80000000    # as in kernel.ld
    .set PAGE_PRESENT, 1 << 0
    .set PAGE_WRITABLE, 1 << 1
    .set PAGE_LARGE, 1 << 7
    .set CR0_PAGING, 1 << 31
    .set CR0_WRITE_PROTECT, 1 << 16
    .set CR4_PHYSICAL_ADDRESS_EXTENSION, 1 << 5
    .set EFER_REGISTER, 0xc0000080
    .set EFER_LONG_MODE_ENABLE, 1 << 8
    .set EFER_NO_EXECUTE_ENABLE, 1 << 11
    .set CODE_SELECTOR, 0x28            # as Limine leaves them
    .set DATA_SELECTOR, 0x30

    .section .note.pvh, "a", @note
    .balign 4
    .long 4                             # length of the owner's name
    .long 8                             # length of the descriptor
    .long 18                            # XEN_ELFNOTE_PHYS32_ENTRY
    .asciz "Xen"
    .quad pvh_entry - KERNEL_BASE

    .section .text.pvh, "ax", @progbits
    .code32
    .global pvh_entry
    .type pvh_entry, @function
pvh_entry:
    .cfi_startproc
    .cfi_undefined 16                   # the return address: nobody called us
    cli
    cld

    # One page directory of 512 pages of 2 MiB, reached through three doors of the top-level table.
    mov edi, offset early_page_directory - KERNEL_BASE
    mov eax, PAGE_PRESENT | PAGE_WRITABLE | PAGE_LARGE
    mov ecx, 512
1:  mov [edi], eax
    mov dword ptr [edi + 4], 0
    add eax, 2 * 1024 * 1024
    add edi, 8
    loop 1b

    mov eax, offset early_page_directory - KERNEL_BASE + PAGE_PRESENT + PAGE_WRITABLE
    mov [early_pointer_table - KERNEL_BASE], eax
    mov [early_pointer_table - KERNEL_BASE + 510 * 8], eax
    mov eax, offset early_pointer_table - KERNEL_BASE + PAGE_PRESENT + PAGE_WRITABLE
    mov [early_top_table - KERNEL_BASE], eax
    mov [early_top_table - KERNEL_BASE + 256 * 8], eax
    mov [early_top_table - KERNEL_BASE + 511 * 8], eax

    mov eax, offset early_top_table - KERNEL_BASE
    mov cr3, eax
    mov eax, cr4
    or eax, CR4_PHYSICAL_ADDRESS_EXTENSION
    mov cr4, eax
    mov ecx, EFER_REGISTER
    rdmsr
    or eax, EFER_LONG_MODE_ENABLE | EFER_NO_EXECUTE_ENABLE
    wrmsr
    mov eax, cr0
    or eax, CR0_PAGING | CR0_WRITE_PROTECT
    mov cr0, eax

    lgdt [early_gdt_pointer - KERNEL_BASE]
    .att_syntax
    ljmp $CODE_SELECTOR, $(long_mode_low - KERNEL_BASE)
    .intel_syntax noprefix

    .code64
long_mode_low:
    mov eax, DATA_SELECTOR
    mov ds, eax
    mov es, eax
    mov ss, eax
    xor eax, eax
    mov fs, eax
    mov gs, eax
    movabs rax, offset long_mode_high
    jmp rax

long_mode_high:
    lgdt [rip + gdt_pointer]            # the same table by its high address: the low one is about to go
    lea rsp, [rip + tarn_boot_stack_top]
    call tarn_enable_sse
    mov edi, ebx                        # the start information, a physical address
    lea rsi, [rip + tarn_limine_requests]
    lea rdx, [rip + tarn_limine_requests_end]
    lea rcx, [rip + tarn_image_layout]
    call tarn_pvh_load
    mov cr3, rax
    jmp tarn_entry
    .cfi_endproc
    .size pvh_entry, . - pvh_entry

    .section .rodata, "a", @progbits
    .balign 8
early_gdt:
    .quad 0, 0, 0, 0, 0
    .quad 0x00af9b000000ffff            # 0x28: 64-bit code, ring 0, accessed
    .quad 0x00cf93000000ffff            # 0x30: data, ring 0, writable, accessed
early_gdt_end:
early_gdt_pointer:
    .word early_gdt_end - early_gdt - 1
    .long early_gdt - KERNEL_BASE
gdt_pointer:
    .word early_gdt_end - early_gdt - 1
    .quad early_gdt

    .section .bss.page_aligned, "aw", @nobits
    .balign 4096
early_top_table:
    .skip 4096
early_pointer_table:
    .skip 4096
early_page_directory:
    .skip 4096
