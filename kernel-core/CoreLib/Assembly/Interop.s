# What ILC calls where code crosses between managed and native: a runtime that stops threads for its collector keeps watch there. Here
# everything runs in one world, and crossing needs nothing done.
#
#   RhpPInvoke, RhpPInvokeReturn                  around a call of a native function; rdi: a frame on the stack
#   RhpReversePInvoke, RhpReversePInvokeReturn    in a method with [UnmanagedCallersOnly]; rdi: a frame on the stack
#   RhpGcPoll                                     in loops of methods that must not go on without a look at RhpTrapThreads
#   RhpTrapThreads                                not zero: threads shall stop

    .intel_syntax noprefix

    .section .text, "ax", @progbits

    .global RhpPInvoke
    .global RhpPInvokeReturn
    .global RhpReversePInvoke
    .global RhpReversePInvokeReturn
    .global RhpGcPoll
    .type RhpPInvoke, @function
    .type RhpPInvokeReturn, @function
    .type RhpReversePInvoke, @function
    .type RhpReversePInvokeReturn, @function
    .type RhpGcPoll, @function
RhpPInvoke:
RhpPInvokeReturn:
RhpReversePInvoke:
RhpReversePInvokeReturn:
RhpGcPoll:
    .cfi_startproc
    ret
    .cfi_endproc
    .size RhpPInvoke, . - RhpPInvoke

    .section .rodata, "a", @progbits
    .balign 4
    .global RhpTrapThreads
    .type RhpTrapThreads, @object
RhpTrapThreads:
    .long 0
    .size RhpTrapThreads, 4
