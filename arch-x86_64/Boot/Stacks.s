# The kernel's stacks. Below each lies one page that the kernel's page tables leave out: what runs over the end of a stack faults there,
# on a stack of its own, and is reported as what it is.

    .intel_syntax noprefix

    .set PAGE_SIZE, 4096

    # Twice what Limine promises a kernel at least: a Debug build's frames are larger. It takes no room in the file.
    .set BOOT_STACK_SIZE, 128 * 1024

    # A report with all that it calls takes about 2 KiB; a Debug build's three times that.
    .set EXCEPTION_STACK_SIZE, 16 * 1024

    # Defines `\symbol`_guard and `\symbol`_top, and the stack's entry in the table: struct KernelStack of C#.
    .macro STACK symbol, size, name
    .section .bss.page_aligned, "aw", @nobits
    .balign PAGE_SIZE
\symbol\()_guard:
    .skip PAGE_SIZE
    .skip \size
\symbol\()_top:

    .section .rodata.stack_names, "a", @progbits
\symbol\()_name:
    .ascii "\name"
\symbol\()_name_end:

    .section .rodata.stacks, "a", @progbits
    .quad \symbol\()_guard, \symbol\()_top, \symbol\()_name, \symbol\()_name_end - \symbol\()_name
    .endm

    .section .rodata.stacks, "a", @progbits
    .balign 8
    .global tarn_stacks
tarn_stacks:

    # The boot stack first, and then those of the interrupt stack table from its first entry on: C# (KernelStack) counts on this order.
    .global tarn_boot_stack_top
    STACK tarn_boot_stack, BOOT_STACK_SIZE, "boot stack"
    STACK tarn_double_fault_stack, EXCEPTION_STACK_SIZE, "double-fault stack"
    STACK tarn_page_fault_stack, EXCEPTION_STACK_SIZE, "page-fault stack"
    STACK tarn_nmi_stack, EXCEPTION_STACK_SIZE, "non-maskable-interrupt stack"
    STACK tarn_machine_check_stack, EXCEPTION_STACK_SIZE, "machine-check stack"

    .section .rodata.stacks, "a", @progbits
    .global tarn_stacks_end
tarn_stacks_end:
