namespace Tarn.Sdk.Tool.Diagnostics;

/// <summary>The codes of this tool's errors. <c>docs/build-errors.md</c> has a section for each.</summary>
internal static class BuildErrorCode
{
    /// <summary>The tool was called wrongly.</summary>
    public const string Usage = "TARN0001";

    /// <summary>The core library lacks something that the compiler itself looks up by name.</summary>
    public const string CoreLibraryLacksMember = "TARN1001";

    /// <summary>The program uses a type, method or field that its assemblies, as given to the compiler, do not have.</summary>
    public const string ProgramUsesMissingMember = "TARN1002";

    /// <summary>A method could not be compiled, for a reason that the compiler gave in words.</summary>
    public const string MethodNotCompiled = "TARN1003";

    /// <summary>The compiler failed in a way that this tool has no words for.</summary>
    public const string CompilerFailed = "TARN1004";

    /// <summary>The compiler was ended by a signal.</summary>
    public const string CompilerCrashed = "TARN1005";

    /// <summary>Compiled code uses something that the compiler's first pass over the program did not see.</summary>
    public const string UseNotForeseen = "TARN1006";

    /// <summary>Which method a call of a generic virtual method runs cannot be known before the program runs.</summary>
    public const string GenericVirtualMethodUnresolved = "TARN1007";

    /// <summary>A library of .NET cannot be brought into a kernel.</summary>
    public const string LibraryDoesNotFit = "TARN1008";

    /// <summary>The compiler is not where it should be.</summary>
    public const string CompilerNotFound = "TARN1010";

    /// <summary>The bflat toolchain was asked for, and no bflat is installed.</summary>
    public const string BflatNotFound = "TARN1011";

    /// <summary>Compiled code calls into the runtime, and no component of the image provides the function.</summary>
    public const string RuntimeSymbolUndefined = "TARN2001";

    /// <summary>A symbol that is not part of the compiler's contract is undefined.</summary>
    public const string SymbolUndefined = "TARN2002";

    /// <summary>The linker failed in a way that this tool has no words for.</summary>
    public const string LinkerFailed = "TARN2003";

    /// <summary>The table of names was not made.</summary>
    public const string NamesWrong = "TARN2004";

    /// <summary>Linking a table moved what it is about.</summary>
    public const string TablesMoveCode = "TARN2005";

    /// <summary>The table for unwinding was not made.</summary>
    public const string UnwindingWrong = "TARN2006";

    /// <summary>The linker is not installed.</summary>
    public const string LinkerNotFound = "TARN2010";

    /// <summary>An interrupt handler can reach the allocator.</summary>
    public const string HandlerAllocates = "TARN3001";

    /// <summary>An interrupt handler can throw an exception.</summary>
    public const string HandlerThrows = "TARN3002";

    /// <summary>An interrupt handler accesses an array, or a span, at an index that nothing guards.</summary>
    public const string HandlerChecksBounds = "TARN3003";

    /// <summary>An interrupt handler calls a helper for casts, unboxing or stores to arrays of references.</summary>
    public const string HandlerCasts = "TARN3004";

    /// <summary>An interrupt handler takes a lock that a task can hold with interrupts let in.</summary>
    public const string HandlerLocks = "TARN3005";

    /// <summary>An interrupt handler prints.</summary>
    public const string HandlerPrints = "TARN3006";

    /// <summary>An interrupt handler makes an indirect call that is not declared.</summary>
    public const string HandlerCallsIndirectly = "TARN3007";

    /// <summary>An interrupt handler ends the kernel, or raises an exception of the processor on purpose.</summary>
    public const string HandlerFails = "TARN3008";

    /// <summary>An interrupt handler can be the first to use a class, and then runs its static constructor.</summary>
    public const string HandlerRunsStaticConstructor = "TARN3009";

    /// <summary>An interrupt handler lets interrupts in, or waits for one.</summary>
    public const string HandlerLetsInterruptsIn = "TARN3010";

    /// <summary>An interrupt handler calls itself.</summary>
    public const string HandlerRecurses = "TARN3011";

    /// <summary>An interrupt handler's code cannot be followed.</summary>
    public const string HandlerNotFollowed = "TARN3012";

    /// <summary>What is stored in the table of handlers cannot be followed, so that the handlers are not known.</summary>
    public const string HandlersUnknown = "TARN3013";

    /// <summary>A declaration about interrupt handlers is wrong.</summary>
    public const string DeclarationWrong = "TARN3014";

    /// <summary>A kernel has more than one allocator.</summary>
    public const string SeveralAllocators = "TARN4001";

    /// <summary>A kernel whose heap the SDK composes has no allocator.</summary>
    public const string NoAllocator = "TARN4002";

    /// <summary>A part needs a contract that no other part implements.</summary>
    public const string ContractMissing = "TARN4003";

    /// <summary>A package was built for another version of Tarn.</summary>
    public const string PackageOfOtherVersion = "TARN4004";

    /// <summary>An image has no entry.</summary>
    public const string NoEntry = "TARN4005";

    /// <summary>Tests were asked for, and the kernel has none.</summary>
    public const string NoTests = "TARN4007";

    /// <summary>QEMU is not installed.</summary>
    public const string EmulatorNotFound = "TARN4008";

    /// <summary>No case was selected.</summary>
    public const string TestsFailed = "TARN4009";

    /// <summary>A kernel has a collector above an allocator that does not hand out again what was freed.</summary>
    public const string CollectorWithoutReuse = "TARN4012";
}
