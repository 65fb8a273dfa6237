# The stack: large frames, and frames whose buffers unchecked code may overrun.

    .intel_syntax noprefix

    .set PAGE_SIZE, 4096

# Called in the prologue of a method whose frame is larger than a page. r11: the lowest address of the frame to be. Touches every page down
# to it in order, so that the guard page below a stack faults before anything beyond it is written. Preserves all registers.
    .section .text.RhpStackProbe, "ax", @progbits
    .global RhpStackProbe
    .type RhpStackProbe, @function
RhpStackProbe:
    .cfi_startproc
    push rax
    .cfi_adjust_cfa_offset 8
    mov rax, rsp
1:  sub rax, PAGE_SIZE
    test [rax], al
    cmp rax, r11
    ja 1b
    test [r11], al
    pop rax
    .cfi_adjust_cfa_offset -8
    ret
    .cfi_endproc
    .size RhpStackProbe, . - RhpStackProbe

# The image calls it once, before any other C#, with SSE enabled: it calls this, which gives the cookie a value that differs from boot to
# boot, and then what is written in C#. A frame with a buffer on the stack (stackalloc, fixed buffers) keeps a copy of the cookie between
# the buffer and the return address and compares it before it returns.
    .section .text, "ax", @progbits
    .global tarn_corelib_initialize
    .type tarn_corelib_initialize, @function
tarn_corelib_initialize:
    .cfi_startproc
    rdtsc
    shl rdx, 32
    or rax, rdx
    mov rcx, 0x9e3779b97f4a7c15         # spreads the low bits, which are what differs, over the word
    imul rax, rcx
    mov al, 0                           # a zero byte stops strings that run over
    mov [rip + __security_cookie], rax
    jmp tarn_corelib_initialize_modules
    .cfi_endproc
    .size tarn_corelib_initialize, . - tarn_corelib_initialize

    .section .data, "aw", @progbits
    .balign 8
    .global __security_cookie
    .type __security_cookie, @object
__security_cookie:
    .quad 0
    .size __security_cookie, 8
