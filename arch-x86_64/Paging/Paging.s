# The instructions of paging. System V calling convention; see Instructions.s.

    .intel_syntax noprefix

    .set CR4_PAGE_GLOBAL_ENABLE, 1 << 7

    .text
# void tarn_invalidate_page(ulong address)
    .balign 16
    .global tarn_invalidate_page
    .type tarn_invalidate_page, @function
tarn_invalidate_page:
    .cfi_startproc
    invlpg [rdi]
    ret
    .cfi_endproc
    .size tarn_invalidate_page, . - tarn_invalidate_page

# void tarn_activate_page_tables(ulong root): has the processor use other page tables, in which this code, the stack and what it is called from
# lie at the same addresses. Then lets global pages outlive a change of CR3; no global translation of the old tables survives that
# (Intel SDM volume 3, section 4.10.4.1: a change of CR4.PGE drops them all).
    .balign 16
    .global tarn_activate_page_tables
    .type tarn_activate_page_tables, @function
tarn_activate_page_tables:
    .cfi_startproc
    mov rax, cr4
    and rax, ~CR4_PAGE_GLOBAL_ENABLE
    mov cr4, rax
    mov cr3, rdi
    or rax, CR4_PAGE_GLOBAL_ENABLE
    mov cr4, rax
    ret
    .cfi_endproc
    .size tarn_activate_page_tables, . - tarn_activate_page_tables
