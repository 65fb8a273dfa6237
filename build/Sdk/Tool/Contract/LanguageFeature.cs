using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using Tarn.Sdk.Tool.Metadata;

namespace Tarn.Sdk.Tool.Contract;

/// <summary>
/// Something that C# code does, for which the compiler calls into the core library, and the IL by which it is recognised.
/// </summary>
/// <param name="Description">What it is, to follow "which the compiler needs for".</param>
/// <param name="Matches">Whether an instruction is a use of it; null where every program needs it, or no single instruction shows
/// it.</param>
internal sealed record LanguageFeature(string Description, Func<ManagedAssembly, Instruction, bool>? Matches)
{
    public static readonly LanguageFeature EveryProgram = new("every program", null);

    public static readonly LanguageFeature NewObject = new("creating an object", OpCodeNamed("newobj", "box"));

    public static readonly LanguageFeature NewArray = new("creating an array", OpCodeNamed("newarr"));

    public static readonly LanguageFeature ArrayElement = new("the bounds check of an array access", (_, instruction) =>
        Name(instruction) is var name
        && (name.StartsWith("ldelem", StringComparison.Ordinal) || name.StartsWith("stelem", StringComparison.Ordinal)));

    public static readonly LanguageFeature StoreArrayElement =
        new("storing a reference in an array, with its covariance check", OpCodeNamed("stelem.ref", "stelem"));

    public static readonly LanguageFeature ArrayElementAddress =
        new("taking a reference to an array's element, with its covariance check", OpCodeNamed("ldelema"));

    public static readonly LanguageFeature ReferenceStore =
        new("storing an object reference", OpCodeNamed("stfld", "stsfld", "stind.ref", "stelem.ref", "stobj"));

    public static readonly LanguageFeature StructCopy =
        new("copying a struct that holds object references", OpCodeNamed("stobj", "cpobj", "stfld", "stelem", "ldobj"));

    public static readonly LanguageFeature StructZero = new("zeroing a struct or a buffer", OpCodeNamed("initobj", "initblk", "localloc"));

    public static readonly LanguageFeature BlockCopy =
        new("copying a large struct or a block of memory", OpCodeNamed("cpblk", "ldobj", "stobj", "cpobj"));

    public static readonly LanguageFeature Cast = new("a cast or a type test", OpCodeNamed("castclass", "isinst", "unbox.any"));

    public static readonly LanguageFeature Box = new("boxing a value", OpCodeNamed("box"));

    public static readonly LanguageFeature Unbox = new("unboxing a value", OpCodeNamed("unbox", "unbox.any"));

    public static readonly LanguageFeature InterfaceCall = new("a call through an interface", (assembly, instruction) =>
        Name(instruction) == "callvirt" && CallsInterface(assembly, instruction.Token));

    public static readonly LanguageFeature Delegate = new("creating a delegate", OpCodeNamed("ldftn", "ldvirtftn"));

    public static readonly LanguageFeature InterfaceDelegate = new("a delegate to an interface's method", OpCodeNamed("ldvirtftn"));

    public static readonly LanguageFeature GenericVirtualCall = new("a call of a generic virtual method", (assembly, instruction) =>
        Name(instruction) == "callvirt" && MetadataTokens.EntityHandle(instruction.Token).Kind == HandleKind.MethodSpecification);

    public static readonly LanguageFeature StaticField =
        new("a static field of a class with a static constructor", OpCodeNamed("ldsfld", "ldsflda", "stsfld"));

    public static readonly LanguageFeature ThreadStatic = new("a thread-static field", OpCodeNamed("ldsfld", "ldsflda", "stsfld"));

    public static readonly LanguageFeature Throw = new("throwing an exception", OpCodeNamed("throw"));

    public static readonly LanguageFeature Rethrow = new("rethrowing an exception", OpCodeNamed("rethrow"));

    public static readonly LanguageFeature ExceptionHandler =
        new("catch and finally clauses", OpCodeNamed("leave", "leave.s", "endfinally", "endfilter"));

    public static readonly LanguageFeature CheckedArithmetic =
        new("checked arithmetic", (_, instruction) => Name(instruction).Contains(".ovf", StringComparison.Ordinal));

    public static readonly LanguageFeature Division = new("an integer division", OpCodeNamed("div", "div.un", "rem", "rem.un"));

    public static readonly LanguageFeature Remainder = new("the remainder of a floating-point division", OpCodeNamed("rem"));

    public static readonly LanguageFeature TypeToken = new("typeof", OpCodeNamed("ldtoken"));

    public static readonly LanguageFeature StackAllocation = new("stackalloc", OpCodeNamed("localloc"));

    public static readonly LanguageFeature LargeFrame = new("a method whose locals take more than a page of stack", null);

    public static readonly LanguageFeature Interop = new("calls between managed and unmanaged code", (assembly, instruction) =>
        Name(instruction) is "calli" or "call" && CallsUnmanaged(assembly, instruction));

    public static readonly LanguageFeature SynchronizedMethod = new("a synchronized method", null);

    public static readonly LanguageFeature SynchronizedGenericMethod =
        new("a synchronized static generic method over reference types (lock an object of your own in it instead)", null);

    public static readonly LanguageFeature StringConstructor = new("creating a string with new", (assembly, instruction) =>
        Name(instruction) == "newobj" && ParentName(assembly, instruction.Token) == "System.String");

    public static readonly LanguageFeature MethodLeftOut = new("methods that the optimiser leaves out", null);

    public static readonly LanguageFeature MissingMember = new("methods that use members which do not exist", null);

    private static string Name(Instruction instruction) => instruction.OpCode.Name!;

    private static Func<ManagedAssembly, Instruction, bool> OpCodeNamed(params string[] names) =>
        (_, instruction) => names.Contains(Name(instruction));

    private static string? ParentName(ManagedAssembly assembly, int token)
    {
        var reader = assembly.Reader;
        var handle = MetadataTokens.EntityHandle(token);
        var parent = handle.Kind switch
        {
            HandleKind.MethodDefinition => reader.GetMethodDefinition((MethodDefinitionHandle)handle).GetDeclaringType(),
            HandleKind.MemberReference => reader.GetMemberReference((MemberReferenceHandle)handle).Parent,
            _ => default(EntityHandle),
        };
        return parent.Kind switch
        {
            HandleKind.TypeDefinition => SignatureText.NameOf(reader, (TypeDefinitionHandle)parent),
            HandleKind.TypeReference => SignatureText.NameOf(reader, (TypeReferenceHandle)parent),
            _ => null,
        };
    }

    /// <summary>Interfaces of other assemblies are recognised by .NET's naming rule: a capital I and another capital.</summary>
    private static bool CallsInterface(ManagedAssembly assembly, int token)
    {
        if (ParentName(assembly, token) is not { } name)
        {
            return false;
        }

        if (assembly.TypesByName.TryGetValue(name, out var handle))
        {
            return (assembly.Reader.GetTypeDefinition(handle).Attributes & System.Reflection.TypeAttributes.Interface) != 0;
        }

        var simple = name[(name.LastIndexOfAny(['.', '+']) + 1)..];
        return simple.Length > 1 && simple[0] == 'I' && char.IsAsciiLetterUpper(simple[1]);
    }

    private static bool CallsUnmanaged(ManagedAssembly assembly, Instruction instruction)
    {
        var handle = MetadataTokens.EntityHandle(instruction.Token);
        return handle.Kind switch
        {
            HandleKind.StandaloneSignature => assembly.Reader.GetStandaloneSignature((StandaloneSignatureHandle)handle)
                .DecodeMethodSignature(SignatureText.Instance, null).Header.CallingConvention is not SignatureCallingConvention.Default,
            HandleKind.MethodDefinition => (assembly.Reader.GetMethodDefinition((MethodDefinitionHandle)handle).Attributes
                & System.Reflection.MethodAttributes.PinvokeImpl) != 0,
            _ => false,
        };
    }
}
