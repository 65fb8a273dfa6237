using Tarn.Sdk.Tool.Diagnostics;
using Tarn.Sdk.Tool.Metadata;
using Tarn.Tests.Contract.Infrastructure;

namespace Tarn.Tests.Contract.Tool;

/// <summary>What symbols are called in C#.</summary>
[TestFixture]
public sealed class SymbolNamesTests
{
    private const string Program = """
        namespace Some.Where;

        public struct Pair<TFirst, TSecond>
        {
            public struct Inner
            {
                public void Method<T>(T value) { }
            }

            public Pair(int x) { }

            public int Property => 1;

            public void Method() { }

            public void Method(int x) { }
        }

        public struct Item { }
        """;

    private TemporaryDirectory _directory = null!;
    private ManagedProgram _program = null!;
    private SymbolNames _names = null!;

    [OneTimeSetUp]
    public void Compile()
    {
        _directory = new TemporaryDirectory();
        var assembly = _directory.File("contract.dll");
        Assert.That(ContractCompiler.CompileToAssembly(Program, "Program.cs", assembly), Is.Empty);
        _program = new ManagedProgram([assembly, Workplace.CoreLibrary], new SourcePathMap([]));
        _names = new SymbolNames(_program);
    }

    [OneTimeTearDown]
    public void RemoveDirectory()
    {
        _program.Dispose();
        _directory.Dispose();
    }

    [TestCase("contract_Some_Where_Pair_2<Int32__contract_Some_Where_Item>__Method", "Some.Where.Pair<Int32, Item>.Method")]
    [TestCase("contract_Some_Where_Pair_2<Int32__Bool>__Method_0", "Some.Where.Pair<Int32, Boolean>.Method")]
    [TestCase("contract_Some_Where_Pair_2<UInt8__Int8>___ctor", "Some.Where.Pair<Byte, SByte>.Pair")]
    [TestCase("contract_Some_Where_Pair_2<contract_Some_Where_Pair_2<Int32__String>__Int32>__get_Property", "Some.Where.Pair<Pair<Int32, String>, Int32>.Property.get")]
    [TestCase("contract_Some_Where_Pair_2_Inner<Int32__Int32>__Method<contract_Some_Where_Item>", "Some.Where.Pair.Inner<Int32, Int32>.Method<Item>")]
    [TestCase("contract_Some_Where_Pair_2<not_there__Int32>__Method", "Some.Where.Pair<not_there, Int32>.Method")]
    [TestCase("__GetNonGCStaticBase_contract_Some_Where_Item", "(statics of Some.Where.Item)")]
    [TestCase("S_P_CoreLib_System_ThrowHelper__ThrowOverflowException", "System.ThrowHelper.ThrowOverflowException")]
    [TestCase("String__get_Length", "System.String.Length.get")]
    [TestCase("RhpNewFast", "RhpNewFast")]
    [TestCase("contract_Some_Where_Gone__Method<Int32>", "contract_Some_Where_Gone__Method<Int32>")]
    [TestCase("<unbox>contract_Some<<", "<unbox>contract_Some<<")]
    public void ASymbolIsShownInCSharp(string symbol, string name) => Assert.That(_names.Display(symbol), Is.EqualTo(name));

    [Test]
    public void TheNamespaceCanBeLeftOut()
    {
        Assert.That(_names.Display("contract_Some_Where_Pair_2_Inner<Int32__Int32>__Method<Int32>", isShort: true), Is.EqualTo("Pair.Inner<Int32, Int32>.Method<Int32>"));
        Assert.That(_names.Display("__GetGCStaticBase_contract_Some_Where_Item", isShort: true), Is.EqualTo("(statics of Item)"));
    }

    [Test]
    public void AMethodIsFoundAtTheStartOfALongerText()
    {
        Assert.That(
            _names.DisplayStart("contract_Some_Where_Pair_2<Int32__Int32>__Method_contract_Some_Where_Caller__Run"),
            Is.EqualTo("Some.Where.Pair<Int32, Int32>.Method"));
        Assert.That(_names.DisplayStart("nothing_of_the_kind"), Is.Null);
    }
}
