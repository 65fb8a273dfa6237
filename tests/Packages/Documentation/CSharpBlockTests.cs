using System.Text;
using System.Text.RegularExpressions;
using NUnit.Framework;

namespace Tarn.Tests.Packages.Documentation;

/// <summary>Every block of C# that names no file is compiled against the packages, all in one go.</summary>
[TestFixture]
public sealed partial class CSharpBlockTests
{
    /// <summary>What the blocks take for granted: parts that a kernel has brought up, and what a reader is left to write.</summary>
    private const string Surroundings =
        """
        internal abstract unsafe class Surroundings
        {
            protected static PortSpace ports;
            protected static PicController interrupts;
            protected static Executor<ProcessorPlatform> executor = null!;
            protected static Serial16550<PortSpace> serial = null!;
            protected static BootInformation boot;
            protected static PageTables<DirectMap, FrameAllocator> space = default!;
            protected static PhysicalMemory memory;
            protected static nuint directMap;
            protected static ulong rootPointer;
            protected static TestPlatform platform;
            protected static int[] _numbers = [];
            protected static int index;
            protected static Page<Size4KiB> codePage, stackPage;
            protected static byte[] code = [];
            protected static VirtualAddress entry, stackTop;
            protected static ByteRing ring = null!;
            protected static void Insert(Rune character) { }
            protected static void MoveLeft() { }
            protected static void Cancel() { }
        }

        internal readonly struct Calls : IUserCallHandler
        {
            public ulong OnCall(ulong number, ulong first, ulong second, ulong third) => 0;
        }

        internal readonly struct TestPlatform : ITestPlatform
        {
            public bool HasChannel => throw null!;
            public ulong Timestamp => throw null!;
            public void BeginCase() => throw null!;
            public bool TryRead(out byte value) => throw null!;
            public void Write(ReadOnlySpan<byte> bytes) => throw null!;
            public void Exit(ExitOutcome outcome) => throw null!;
        }

        internal readonly struct KernelTestCases : ITestCases
        {
            public int Count => throw null!;
            public ReadOnlySpan<byte> NameOf(int index) => throw null!;
            public Tarn.Testing.Protocol.CaseFlags FlagsOf(int index) => throw null!;
            public ReadOnlySpan<byte> ExpectedExceptionOf(int index) => throw null!;
            public bool IsExpected(int index, Exception exception) => throw null!;
            public void Run(int index) => throw null!;
        }

        internal readonly struct PhysicalMemory : IPhysicalMemory
        {
            public bool TryReadByte(ulong address, out byte value) => throw null!;
        }
        """;

    private const string Usings =
        "using System; using System.Collections.Generic; using System.Text; using System.Threading; using System.Threading.Tasks; using Tarn; using Tarn.Arch.X86_64; "
        + "using Tarn.Boot; using Tarn.Drivers; using Tarn.Image; using Tarn.Kernel; using Tarn.Memory; using Tarn.Monitor; using Tarn.Tasks; using Tarn.Testing;";

    /// <summary>The blocks that this class compiles.</summary>
    internal static IEnumerable<CodeBlock> Blocks => CodeBlock.All.Where(block => block is { Language: "csharp", Place: "" });

    [Test]
    public void TheyCompileAgainstThePackages()
    {
        var blocks = Blocks.ToList();
        Assert.That(blocks, Has.Count.GreaterThanOrEqualTo(18));
        var folder = Workplace.NewFolder("blocks");
        File.WriteAllText(
            Path.Combine(folder, "Blocks.csproj"),
            $"""
             <Project Sdk="Tarn.Sdk/{Workplace.Version}">
               <PropertyGroup>
                 <TarnAllocator>LinkedList</TarnAllocator>
                 <AllowUnsafeBlocks>true</AllowUnsafeBlocks>
                 <NoWarn>$(NoWarn);CS0169;CS0219;CS0649;CS1998;CS4014;CS8321</NoWarn>
               </PropertyGroup>
               <ItemGroup>
                 <PackageReference Include="{string.Join(';', PackageTests.Components.Where(name => !name.StartsWith("Tarn.Allocators.", StringComparison.Ordinal)))}" />
               </ItemGroup>
             </Project>
             """);
        File.WriteAllText(Path.Combine(folder, "Surroundings.cs"), $"#nullable enable\n{Usings}\n{Surroundings}");
        foreach (var (number, block) in blocks.Index())
        {
            File.WriteAllText(Path.Combine(folder, $"Block{number}.cs"), ToSource(number, block));
        }

        var result = Workplace.DotNet(folder, "build", "-t:Compile", "--nologo");
        Assert.That(result.ExitCode, Is.Zero, result.Output);
    }

    /// <summary>Types stand for themselves, methods become members, and statements the body of a method. An ellipsis is what the page leaves out.</summary>
    private static string ToSource(int number, CodeBlock block)
    {
        var types = new StringBuilder();
        var members = new StringBuilder();
        var statements = new StringBuilder();
        foreach (var (line, part) in PartsOf(block.Text))
        {
            var kind = TypeDeclaration().IsMatch(part) ? types : MethodDeclaration().IsMatch(part) ? members : statements;
            kind.Append($"\n#line {block.Line + line} \"{block.Page}\"\n{part.Replace("=> …", "=> throw null!;").Replace("…", string.Empty)}\n#line default\n");
        }

        return
            $$"""
              #nullable enable
              {{Usings}}
              namespace Tarn.Documentation.Block{{number}}
              {
                  internal sealed class Fragment : Surroundings
                  {
              {{types}}{{members}}
                      private static {{(UsesPointers().IsMatch(block.Text) ? "unsafe void" : "async Task")}} Run()
                      {
              {{statements}}
                      }
                  }
              }
              """;
    }

    /// <summary>What stands between blank lines, outside of braces.</summary>
    private static IEnumerable<(int Line, string Text)> PartsOf(string text)
    {
        var lines = text.Split('\n');
        var depth = 0;
        var start = 0;
        for (var index = 0; index < lines.Length; index++)
        {
            depth += lines[index].Count(character => character == '{') - lines[index].Count(character => character == '}');
            if (depth == 0 && (index + 1 == lines.Length || lines[index + 1].Length == 0))
            {
                yield return (start, string.Join('\n', lines[start..(index + 1)]));
                start = index + 1;
            }
        }
    }

    /// <summary>What is asynchronous is not unsafe, and the other way round.</summary>
    [GeneratedRegex(@"\w\*\)")]
    private static partial Regex UsesPointers();

    [GeneratedRegex(@"^\s*(\w+ )*(class|struct|record|interface|enum) \w+")]
    private static partial Regex TypeDeclaration();

    [GeneratedRegex(@"^\s*(\[[^\n]*\]\n)*(public |private |internal )?static ")]
    private static partial Regex MethodDeclaration();
}
