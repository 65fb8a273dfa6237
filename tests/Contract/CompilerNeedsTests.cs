using System.Text.RegularExpressions;
using Tarn.Sdk.Tool.Commands;
using Tarn.Sdk.Tool.Contract;
using Tarn.Sdk.Tool.Metadata;
using Tarn.Tests.Contract.Infrastructure;

namespace Tarn.Tests.Contract;

/// <summary>
/// The members of the core library that ILC looks up by name, each taken away in turn: the build must name it, say what it is for, and
/// find the line that needs it. So these cases hold the compiler to its contract and the tool to its words.
/// </summary>
[TestFixture]
public sealed class CompilerNeedsTests
{
    /// <summary>
    /// A member, a program that needs it, and a pattern of the lines that need it: the error belongs at one of them. There is no pattern
    /// where every program needs the member.
    /// </summary>
    private static IEnumerable<TestCaseData> Members()
    {
        const string ClassConstructorRunner = "System.Runtime.CompilerServices.ClassConstructorRunner";
        const string DynamicCast = "System.Runtime.InteropServices.IDynamicInterfaceCastable";

        yield return Case("EveryProgram", null, "System.Buffer", "BulkMoveWithWriteBarrier");
        yield return Case("EveryProgram", null, "System.SpanHelpers", "Memmove");
        yield return Case("EveryProgram", null, "System.SpanHelpers", "Fill");
        yield return Case("EveryProgram", null, "System.SpanHelpers", "ClearWithoutReferences");
        yield return Case("EveryProgram", null, "System.Runtime.TypeCast", "CheckCastAny");
        yield return Case("EveryProgram", null, "System.Runtime.TypeCast", "CheckCastInterface");
        yield return Case("EveryProgram", null, "System.Runtime.TypeCast", "CheckCastClass");
        yield return Case("EveryProgram", null, "System.Runtime.TypeCast", "CheckCastClassSpecial");
        yield return Case("EveryProgram", null, "System.Runtime.TypeCast", "IsInstanceOfAny");
        yield return Case("EveryProgram", null, "System.Runtime.TypeCast", "IsInstanceOfInterface");
        yield return Case("EveryProgram", null, "System.Runtime.TypeCast", "IsInstanceOfClass");
        yield return Case("EveryProgram", null, "System.Runtime.TypeCast", "IsInstanceOfException");
        yield return Case("EveryProgram", null, "Internal.Runtime.CompilerHelpers.ThrowHelpers", "ThrowFeatureBodyRemoved");
        yield return Case("EveryProgram", null, DynamicCast, "GetDynamicInterfaceImplementation");
        yield return Case("EveryProgram", null, "System.Array`1", null);

        yield return Case("Arrays", @"array\[0\] = value", "System.Runtime.TypeCast", "StelemRef");
        yield return Case("Arrays", @"ref array\[1\]", "System.Runtime.TypeCast", "LdelemaRef");
        yield return Case("Arrays", @"array\[", "Internal.Runtime.CompilerHelpers.ThrowHelpers", "ThrowIndexOutOfRangeException");
        yield return Case("Arrays", @"new int\[rows, columns\]", "Internal.Runtime.CompilerHelpers.ArrayHelpers", "NewObjArray");
        yield return Case("Boxing", "=> value;", "System.Runtime.RuntimeExports", "RhBox");
        yield return Case("Boxing", @"\(\w+\)value", "System.Runtime.RuntimeExports", "RhUnbox2");
        yield return Case("Boxing", @"\(\w+\??\)value", "System.Runtime.RuntimeExports", "RhUnboxNullable");
        yield return Case("ThrowHelpers", @"checked\(|new byte", "Internal.Runtime.CompilerHelpers.ThrowHelpers", "ThrowOverflowException");
        yield return Case("FloatConversions", @"checked\(", "System.Math", "ConvertToInt32Checked");
        yield return Case("StaticConstructors", null, ClassConstructorRunner, "CheckStaticClassConstructionReturnGCStaticBase");
        yield return Case("StaticConstructors", null, ClassConstructorRunner, "CheckStaticClassConstructionReturnNonGCStaticBase");
        yield return Case("Delegates", "s_kept = (counter|value)", "System.Delegate", "InitializeClosedInstance");
        yield return Case("Delegates", "s_kept = Twice", "System.Delegate", "InitializeOpenStaticThunk");
        yield return Case("Delegates", @"s_kept = operation\.Apply", "System.Delegate", "InitializeClosedInstanceToInterface");
        yield return Case("GenericVirtualMethods", @"target\.Wrap", "System.Runtime.TypeLoaderExports", "GVMLookupForSlot");
        yield return Case("Strings", @"=> new\(", "System.String", "Ctor");
        yield return Case("ThreadStatics", "t_number", "Internal.Runtime.ThreadStatics", "GetThreadStaticBaseForType");
        yield return Case("TypeOf", "typeof", "Internal.Runtime.CompilerHelpers.LdTokenHelpers", "GetRuntimeType");

        static TestCaseData Case(string program, string? pattern, string type, string? member) =>
            new TestCaseData(program, pattern, type, member).SetArgDisplayNames(program, member is null ? type : $"{type}.{member}");
    }

    [TestCaseSource(nameof(Members))]
    public void MissingMemberIsNamedWithTheLineThatNeedsIt(string program, string? pattern, string type, string? member)
    {
        var name = member is null ? type : $"{type}.{member}";

        var outcome = CompileWithout(program, type, member);

        Assert.That(outcome.ExitCode, Is.Not.Zero, $"ILC {Workplace.CompilerVersion} does without {name}.\n{outcome.Output}");
        var text = $": error TARN1001: the core library lacks {name}, ";
        var error = outcome.Output.Split('\n').FirstOrDefault(line => line.Contains(text, StringComparison.Ordinal));
        Assert.That(error, Is.Not.Null, outcome.Output);
        Assert.That(error, Does.Contain("which the compiler needs for "), "The reason is not in the table of the compiler's needs.");
        if (pattern is not null)
        {
            var lines = File.ReadAllLines(Path.Combine(Workplace.Programs, program + ".cs"))
                .Select((line, index) => (Text: line, Number: index + 1))
                .Where(line => Regex.IsMatch(line.Text, pattern))
                .Select(line => $"{program}.cs({line.Number},");
            Assert.That(
                lines,
                Has.Some.Matches<string?>(line => error!.StartsWith(line!, StringComparison.Ordinal)),
                $"The error is at another line:\n{outcome.Output}");
        }
    }

    [TestCase("System.String", "_stringLength")]
    [TestCase("System.String", "_firstChar")]
    public void MissingFieldIsNamedThoughTheCompilerOnlyFails(string type, string field)
    {
        var outcome = CompileWithout("Strings", type, field);

        Assert.That(outcome.ExitCode, Is.Not.Zero, outcome.Output);
        Assert.That(outcome.Output, Does.Contain($": error TARN1001: the core library lacks the field {type}.{field}, "));
    }

    [Test]
    public void CoreLibraryHasTheFieldsThatTheCompilerTakesForGranted()
    {
        using var coreLibrary = ManagedAssembly.Open(Workplace.CoreLibrary);
        var reader = coreLibrary.Reader;
        var fields =
            from type in coreLibrary.TypesByName
            from field in reader.GetTypeDefinition(type.Value).GetFields()
            select (type.Key, reader.GetString(reader.GetFieldDefinition(field).Name));
        Assert.That(CompilerNeeds.Fields, Is.SubsetOf(fields));
    }

    private static (int ExitCode, string Output) CompileWithout(string program, string type, string? member)
    {
        using var directory = new TemporaryDirectory();
        var assembly = directory.File(ContractCompiler.AssemblyName + ".dll");
        var coreLibrary = directory.File("System.Private.CoreLib.dll");
        var response = directory.File("contract.rsp");
        var source = File.ReadAllText(Path.Combine(Workplace.Programs, program + ".cs"));
        Assert.That(ContractCompiler.CompileToAssembly(source, $"/_/tarn/{program}.cs", assembly), Is.Empty);
        CoreLibraryEditor.WriteWithout(Workplace.CoreLibrary, coreLibrary, type, member);
        File.WriteAllLines(response, ContractCompiler.ResponseLines(assembly, coreLibrary, directory.File("contract.o")));

        var output = new StringWriter { NewLine = "\n" };
        string[] arguments = ["--ilc", Workplace.Compiler, "--response", response, "--source-root", "/_/tarn/="];
        var exitCode = CompileCommand.Run(arguments, output, _ => null);
        return (exitCode, output.ToString());
    }
}
