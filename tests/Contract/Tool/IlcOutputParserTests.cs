using Tarn.Sdk.Tool.Ilc;

namespace Tarn.Tests.Contract.Tool;

/// <summary>The forms in which ILC reports a failure, as it was seen to print them.</summary>
[TestFixture]
public sealed class IlcOutputParserTests
{
    [Test]
    public void FailureOfTheScanner()
    {
        const string Output = """
            Error: Expected type 'System.Buffer' not found in module 'System.Private.CoreLib'
            System.InvalidOperationException: Expected type 'System.Buffer' not found in module 'System.Private.CoreLib'
               at Internal.IL.HelperExtensions.GetKnownType(ModuleDesc, String, String) + 0x9d
            """;

        Assert.That(IlcOutputParser.Parse(Output), Is.EqualTo(new[] { new IlcFailure.CoreMember("System.Buffer", null, null) }));
    }

    [Test]
    public void FailuresOfSeveralMethodsAtOnce()
    {
        const string Output = """
            Error: One or more errors occurred. (Code generation failed for method '[app]C.F6(object[])')
            System.AggregateException: One or more errors occurred. (Code generation failed for method '[app]C.F6(object[])')
             ---> ILCompiler.CodeGenerationFailedException: Code generation failed for method '[app]C.F6(object[])'
             ---> System.InvalidOperationException: Expected method 'StelemRef' not found on type '[S.P.CoreLib]System.Runtime.TypeCast'
               at Internal.IL.HelperExtensions.GetKnownMethod(TypeDesc, String, MethodSignature) + 0x64
               --- End of inner exception stack trace ---
             ---> (Inner Exception #1) ILCompiler.CodeGenerationFailedException: Code generation failed for method '[app]C.F7(int32)'
             ---> System.NullReferenceException: Object reference not set.
               at ILCompiler.TypePreinit.FieldAccessor.TrySetField(FieldDesc, TypePreinit.Value) + 0x1f
            """;

        Assert.That(IlcOutputParser.Parse(Output), Is.EqualTo(new IlcFailure[]
        {
            new IlcFailure.CoreMember("System.Runtime.TypeCast", "StelemRef", "[app]C.F6(object[])"),
            new IlcFailure.MethodCode("[app]C.F7(int32)", "System.NullReferenceException: Object reference not set."),
        }));
    }

    [Test]
    public void CauseIsReportedOnceWithTheMethodThatIsNamedLater()
    {
        const string Output = """
            Error: One or more errors occurred. (Expected method 'Ctor' not found on type 'string')
             ---> ILCompiler.CodeGenerationFailedException: Code generation failed for method '[app]C.F1()'
             ---> System.InvalidOperationException: Expected method 'Ctor' not found on type 'string'
            """;

        Assert.That(IlcOutputParser.Parse(Output), Is.EqualTo(new[] { new IlcFailure.CoreMember("System.String", "Ctor", "[app]C.F1()") }));
    }

    [TestCase("Missing method 'Int32 Ext.K.Meth(Int32)'", "Ext.K", "Meth")]
    [TestCase("Missing method 'Void Ext.K..ctor(Int32, Boolean)'", "Ext.K", ".ctor")]
    [TestCase("Missing method 'Ext.K.Field1'", "Ext.K", "Field1")]
    public void MemberThatIsNotThere(string reason, string type, string member)
    {
        var output = $"ILC: AOT analysis error IL1005: C.F1(Int32): Method will always throw because: {reason}";

        Assert.That(IlcOutputParser.ReportsError(output));
        Assert.That(IlcOutputParser.Parse(output), Is.EqualTo(new[] { new IlcFailure.ProgramMember(type, member, "C.F1(Int32)") }));
    }

    [Test]
    public void TypeThatIsNotThere()
    {
        const string Output = """
            ILC: AOT analysis error IL1005: C.F4(): Method will always throw because: Failed to load type 'A.B' from assembly 'One, V=1'
            Error: Failed to load type 'Ext.S' from assembly 'Other, Version=0.0.0.0, Culture=neutral, PublicKey=null'
            """;

        Assert.That(IlcOutputParser.Parse(Output), Is.EqualTo(new[]
        {
            new IlcFailure.ProgramType("A.B", "One", "C.F4()"),
            new IlcFailure.ProgramType("Ext.S", "Other", null),
        }));
    }

    [Test]
    public void UseThatTheScannerDidNotForesee()
    {
        const string Output = "Error: VTable of type 'System.String' not computed by the IL scanner. You can work around …";

        Assert.That(IlcOutputParser.Parse(Output), Is.EqualTo(new[] { new IlcFailure.Unforeseen("VTable of type 'System.String'") }));
    }

    [TestCase("")]
    [TestCase("ILC: AOT analysis warning IL3050: C.F(): Using member which has 'RequiresDynamicCodeAttribute'")]
    public void OutputWithoutErrors(string output)
    {
        Assert.That(IlcOutputParser.ReportsError(output), Is.False);
        Assert.That(IlcOutputParser.Parse(output), Is.Empty);
    }
}
