# What this kernel asks of its loader, as the Limine boot protocol lays it down: the loader looks between the two markers for the ids
# it knows, and writes the address of its answer into the last word of the request. Who does not answer leaves it null.
#
#   base revision   { magic, magic, revision }            the last word becomes 0 if the revision is supported
#   request         { common id, common id, id, id, revision, response* }
#
# Tarn.Boot.LimineRequests is the same thing as C# sees it: the order here and there is one.

    .intel_syntax noprefix

    .macro REQUEST id2, id3
    .quad 0xc7b1dd30df4c8b88, 0x0a82e883a194f07b, \id2, \id3
    .quad 0                             # revision of the request
    .quad 0                             # response
    .endm

    .section .limine_requests_start, "aw", @progbits
    .balign 8
    .quad 0xf6b8f4b39de7d1ae, 0xfab91a6940fcb9cf, 0x785c6ed015d3e316, 0x181e920a7852b9d9

    .section .limine_requests, "aw", @progbits
    .balign 8
    .global tarn_limine_requests
    .type tarn_limine_requests, @object
tarn_limine_requests:
    .quad 0xf9562b2d5c95a6c8, 0x6a7b384944536bdc, 3
    REQUEST 0xf55038d8e2a1202f, 0x279426fcf5f59740     # bootloader's name and version
    REQUEST 0x8c2f75d90bef28a8, 0x7045a4688eac00c3     # firmware type
    REQUEST 0x67cf3d9d378a806f, 0xe304acdfc50c3c62     # memory map
    REQUEST 0x48dcf1cb8ad2b852, 0x63984e959a98244b     # higher-half direct map
    REQUEST 0x71ba76863cc55f63, 0xb2644a48c516a487     # where the kernel lies
    REQUEST 0xad97e90e83f1ed67, 0x31eb5d1c5ff23b69     # the kernel's file, for its command line
    REQUEST 0xc5e77b6b397e7b43, 0x27637845accdcf3c     # RSDP of ACPI
    REQUEST 0x9d5827dcd881dd75, 0xa3148604f6fab11b     # framebuffers
    .size tarn_limine_requests, . - tarn_limine_requests

    .section .limine_requests_end, "aw", @progbits
    .balign 8
    .global tarn_limine_requests_end
tarn_limine_requests_end:
    .quad 0xadc0e0531bb10d03, 0x9572709f31764c62
