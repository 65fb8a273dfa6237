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

    /// <summary>The linker is not installed.</summary>
    public const string LinkerNotFound = "TARN2010";
}
