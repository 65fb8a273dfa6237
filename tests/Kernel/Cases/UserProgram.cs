using System;
using System.Runtime;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Tarn.Arch.X86_64;
using Tarn.Image;
using Tarn.Kernel;
using Tarn.Memory;
using Tarn.Testing;
using Tarn.Tests.Kernel.Harness;

namespace Tarn.Tests.Kernel.Cases;

/// <summary>A stub in an address space of its own: a page of code, and one of stack.</summary>
internal readonly unsafe struct UserProgram
{
    /// <summary>Where the stub begins.</summary>
    public const ulong Code = 0x40_0000;

    /// <summary>The page of its stack.</summary>
    public const ulong Stack = 0x7000_0000;

    private const ulong StackTop = Stack + 4096;

    private UserProgram(UserAddressSpace<DirectMap, FrameAllocator> space) => Space = space;

    /// <summary>Its address space.</summary>
    public UserAddressSpace<DirectMap, FrameAllocator> Space { get; }

    /// <summary>The word at the top of its stack, as it left it. (By way of the direct map.)</summary>
    public ulong TopOfStack
    {
        get
        {
            Expect.True(Space.TryTranslate(new VirtualAddress(StackTop - sizeof(ulong)), out var translation));
            return *(ulong*)(Program.Boot.DirectMapOffset + translation.Address.Value);
        }
    }

    /// <summary>Makes an address space with a stub in it.</summary>
    public static UserProgram Load(UserStub stub)
    {
        Expect.True(UserAddressSpace<DirectMap, FrameAllocator>.TryCreate(KernelMemory.AddressSpace, out var space));
        Expect.True(space.TryAdd(PageAt(Code), GetStubs()[(int)stub].Bytes, PageFlags.Executable, out _));
        Expect.True(space.TryAdd(PageAt(Stack), default, PageFlags.Writable, out _));
        return new UserProgram(space);
    }

    /// <summary>Runs it.</summary>
    public UserFault Run<TCalls>(ulong argument, TCalls calls)
        where TCalls : struct, IUserCallHandler =>
        UserMode.Run(Space, new VirtualAddress(Code), new VirtualAddress(StackTop), argument, calls);

    private static Page<Size4KiB> PageAt(ulong address) => new(new VirtualAddress(address));

    [RuntimeImport("*", "user_stubs")]
    [MethodImpl(MethodImplOptions.InternalCall)]
    private static extern StubCode* GetStubs();

    /// <summary>Where the code of a stub lies.</summary>
    [StructLayout(LayoutKind.Sequential)]
    private readonly struct StubCode
    {
        private readonly byte* _start;
        private readonly byte* _end;

        public ReadOnlySpan<byte> Bytes => new(_start, (int)(_end - _start));
    }
}
