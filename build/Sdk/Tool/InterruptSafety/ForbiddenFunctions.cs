using Tarn.Sdk.Tool.Metadata;

namespace Tarn.Sdk.Tool.InterruptSafety;

/// <summary>
/// The functions that an interrupt handler must not reach, and what it does who reaches them: the one list of them. A function on it is not
/// looked into.
/// </summary>
/// <remarks>
/// The first entry that matches counts, so what is narrow stands before what is wide. A test looks for every entry in the test kernel,
/// which has all of them: an entry whose function was renamed does not stay here unnoticed.
/// </remarks>
internal static class ForbiddenFunctions
{
    /// <summary>The list: a pattern, what reaching it means, and in words what the function does.</summary>
    public static readonly IReadOnlyList<ForbiddenFunction> All =
    [
        // The compiler's contract: what compiled code calls without a call in its source.
        new("RhpNew*", HandlerRules.Allocates, "creates an object or an array"),
        new("RhNew*", HandlerRules.Allocates, "creates an object, an array or a string"),
        new("System.Runtime.RuntimeExports.RhBox*", HandlerRules.Allocates, "boxes a value"),
        new("RhpThrow*", HandlerRules.Throws, "throws an exception"),
        new("RhpRethrow", HandlerRules.Throws, "throws an exception again"),
        new("Internal.Runtime.CompilerHelpers.ThrowHelpers.ThrowIndexOutOfRangeException", HandlerRules.ChecksBounds, "refuses an index"),
        new("Internal.Runtime.CompilerHelpers.ThrowHelpers.*", HandlerRules.Throws, "throws what a check in the code asks for"),
        new("System.Runtime.TypeCast.*", HandlerRules.Casts, "checks a type, of a cast, a pattern or a store to an array"),
        new("System.Runtime.RuntimeExports.RhUnbox*", HandlerRules.Casts, "unboxes a value"),
        new("System.Runtime.CompilerServices.ClassConstructorRunner.*", HandlerRules.RunsStaticConstructor, "runs a static constructor at first use"),
        new("RhpInitialDynamicInterfaceDispatch", HandlerRules.CallsIndirectly, "finds the code of an interface's method"),
        new("RhpResolveInterfaceMethod", HandlerRules.CallsIndirectly, "finds the code of an interface's method"),

        // The core library.
        new("System.ThrowHelper.ThrowIndexOutOfRangeException", HandlerRules.ChecksBounds, "refuses an index"),
        new("System.ThrowHelper.*", HandlerRules.Throws, "throws an exception"),
        new("System.Runtime.FailFast.*", HandlerRules.Fails, "ends the kernel"),
        new("System.Threading.Monitor.*", HandlerRules.Locks, "belongs to the lock statement"),
        new("System.Threading.Lock.*", HandlerRules.Locks, "belongs to a lock"),

        // The kernel. The heap takes no lock, because no handler reaches it; a frame allocator neither.
        new("tarn_heap_*", HandlerRules.Allocates, "takes memory from the heap"),
        new("tarn_object_allocate", HandlerRules.Allocates, "takes memory from the heap for an object"),
        new("Tarn.Memory.Heap.*", HandlerRules.Allocates, "belongs to a heap"),
        new("Tarn.Memory.FrameAllocator.*", HandlerRules.Allocates, "belongs to the allocator of frames"),
        new("Tarn.Memory.FrameBitmap.*", HandlerRules.Allocates, "belongs to the allocator of frames"),

        // The collector: a handler may have interrupted it. What a weak reference refers to may be swept the moment after a handler has read it.
        new("tarn_collect*", HandlerRules.Allocates, "collects"),
        new("Tarn.Collecting.*", HandlerRules.Allocates, "belongs to the collector"),
        new("System.Runtime.WeakCell.*", HandlerRules.Allocates, "belongs to a weak reference, which the collector empties"),
        new("System.Runtime.Finalization.*", HandlerRules.Allocates, "belongs to finalizers, which the collector finds due"),
        new("System.Console.*", HandlerRules.Prints, "prints"),
        new("Tarn.Kernel.ConsoleRouter.*", HandlerRules.Prints, "prints"),
        new("Tarn.Kernel.ConsoleInterpolatedStringHandler.*", HandlerRules.Prints, "prints an interpolated string"),
        new("Tarn.Kernel.TextBuilder.*", HandlerRules.Prints, "makes text for the console"),
        new("Tarn.Kernel.Panic.Write*", HandlerRules.Prints, "prints"),
        new("Tarn.Kernel.Panic.Say", HandlerRules.Prints, "prints a report"),
        new("Tarn.Kernel.Panic.*", HandlerRules.Fails, "ends the kernel"),
        new("tarn_panic", HandlerRules.Fails, "ends the kernel"),
    ];

    /// <summary>The same for every type that implements a contract: which they are, the program says.</summary>
    public static readonly IReadOnlyList<ForbiddenFunction> AllImplementations =
    [
        new("Tarn.Kernel.IConsoleSink", HandlerRules.Prints, "prints") { OnlyMethod = "Write" },
        new("Tarn.Kernel.IHeapAllocator", HandlerRules.Allocates, "divides the memory of a heap"),
    ];

    /// <summary>What handlers may reach all the same, and is not looked into: it is for a machine that is broken already.</summary>
    public static readonly FunctionPattern StackCookieFailure = new("RhpFallbackFailFast");

    /// <summary>Every entry for a program: the list, and what the types of the program make of <see cref="AllImplementations"/>.</summary>
    public static IReadOnlyList<ForbiddenFunction> For(ManagedProgram program)
    {
        var implementations =
            from contract in AllImplementations
            from type in SymbolNames.ImplementationsOf(program, contract.Pattern.ToString())
            let name = GenericNames.RemoveArity(type).Replace('+', '.')
            from method in contract.OnlyMethod is { } only ? [only, $"{contract.Pattern}.{only}"] : new[] { "*" }
            select contract with { Pattern = new FunctionPattern($"{name}.{method}") };
        return [.. All, .. implementations];
    }
}
