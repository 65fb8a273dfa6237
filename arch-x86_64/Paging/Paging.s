# The instructions of paging. System V calling convention; see Instructions.s.

    .intel_syntax noprefix

    .set CR4_PAGE_GLOBAL_ENABLE, 1 << 7

# The page attribute table (Intel SDM volume 3, section 11.12): what the bits PWT and PCD of an entry mean, a byte for each of their values.
#
#   PCD PWT   0 0  write back   0 1  write through   1 0  uncached, unless an MTRR says otherwise   1 1  write combining (at reset: uncached)
    .set IA32_PAT, 0x277
    .set PAT_ENTRIES, 0x01070406

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
# lie at the same addresses. Sets up the page attribute table for them: nothing that is in use now is mapped by the entry that changes.
# Then lets global pages outlive a change of CR3; no global translation of the old tables survives that
# (Intel SDM volume 3, section 4.10.4.1: a change of CR4.PGE drops them all).
    .balign 16
    .global tarn_activate_page_tables
    .type tarn_activate_page_tables, @function
tarn_activate_page_tables:
    .cfi_startproc
    mov ecx, IA32_PAT
    mov eax, PAT_ENTRIES
    mov edx, eax                        # the same again for entries with the bit PAT, of which there are none
    wrmsr
    mov rax, cr4
    and rax, ~CR4_PAGE_GLOBAL_ENABLE
    mov cr4, rax
    mov cr3, rdi
    or rax, CR4_PAGE_GLOBAL_ENABLE
    mov cr4, rax
    ret
    .cfi_endproc
    .size tarn_activate_page_tables, . - tarn_activate_page_tables
