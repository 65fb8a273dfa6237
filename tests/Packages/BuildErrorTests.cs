using System.IO.Compression;
using System.Text.RegularExpressions;
using NUnit.Framework;

namespace Tarn.Tests.Packages;

/// <summary>What the build says of a kernel whose parts do not fit: each error names what to change.</summary>
[TestFixture]
public sealed partial class BuildErrorTests
{
    private const string Entry = """
        internal static class Program
        {
            [System.Runtime.RuntimeExport("tarn_main")]
            private static void Main(nint requests) => Tarn.Image.Machine.Boot(requests).Run();
        }
        """;

    private const string Serial = "<PackageReference Include=\"Tarn.Drivers.Serial16550\" />";

    [Test]
    public void TwoAllocators() =>
        ExpectError(
            "TARN4001",
            "2 allocators and one heap: Tarn.Allocators.LinkedList and Tarn.Allocators.Bump; keep one",
            "<TarnAllocator>LinkedList</TarnAllocator>",
            "<PackageReference Include=\"Tarn.Allocators.Bump\" />");

    [Test]
    public void APackageAndAnAllocatorOfOnesOwn() =>
        ExpectError(
            "TARN4001",
            "2 allocators and one heap: Tarn.Allocators.Bump and Mine.Allocator; keep one",
            "<TarnAllocatorType>Mine.Allocator</TarnAllocatorType>",
            "<PackageReference Include=\"Tarn.Allocators.Bump\" />");

    [Test]
    public void NoAllocator() => ExpectError("TARN4002", "add <TarnAllocator>FixedSizeBlock</TarnAllocator>", string.Empty, Serial);

    [Test]
    public void AnAllocatorThatThereIsNot() =>
        ExpectError("TARN4006", "there is no allocator 'Buddy': TarnAllocator is one of FixedSizeBlock, LinkedList, Bump", "<TarnAllocator>Buddy</TarnAllocator>", Serial);

    [Test]
    public void AContractThatNobodyImplements() =>
        ExpectError(
            "TARN4003",
            "Tarn.Drivers.Ps2Keyboard needs IByteSource, and no part of this kernel implements it: add <PackageReference Include=\"Tarn.Tasks\" />",
            "<TarnAllocator>Bump</TarnAllocator>",
            "<PackageReference Include=\"Tarn.Drivers.Ps2Keyboard\" />");

    /// <summary>The remedy that the error names is one: the next error is another.</summary>
    [Test]
    public void AContractThatTheProjectImplements() =>
        ExpectError(
            "TARN4002",
            "no allocator",
            "<TarnContracts>IByteSource</TarnContracts>",
            "<PackageReference Include=\"Tarn.Drivers.Ps2Keyboard\" />",
            output => Assert.That(output, Does.Not.Contain("TARN4003")));

    [Test]
    public void APackageForAnotherVersion()
    {
        MakeOtherVersion("Tarn.Drivers.Pit", "0.1.7", builtFor: "0.2.0");
        ExpectError(
            "TARN4004",
            "Tarn.Drivers.Pit 0.1.7 was built for Tarn 0.2.0, and this project's Tarn.Sdk is 0.1.0: take a version of Tarn.Drivers.Pit that was built for 0.1.0, or change the project's first line to Sdk=\"Tarn.Sdk/0.2.0\"",
            "<TarnAllocator>Bump</TarnAllocator>",
            "<PackageReference Include=\"Tarn.Drivers.Pit\" Version=\"0.1.7\" />");
    }

    [Test]
    public void ACollectorAboveAnAllocatorThatDoesNotFree() =>
        ExpectError(
            "TARN4012",
            "the kernel has a collector, and its allocator gives nothing back before all is free: change <TarnAllocator>Bump</TarnAllocator> to FixedSizeBlock or LinkedList",
            "<TarnAllocator>Bump</TarnAllocator>",
            "<PackageReference Include=\"Tarn.Collector\" />");

    /// <summary>The same for an image of the repository.</summary>
    [Test]
    public void TheReferenceKernelWithACollectorAboveBump()
    {
        var result = Workplace.DotNet(Workplace.Root, "msbuild", "kernel-core/Image/Tarn.Image.csproj", "-t:TarnCheckCollector", "-nologo", "-p:TarnCollector=true", "-p:TarnAllocator=Bump");

        Assert.That(result.ExitCode, Is.Not.Zero, result.Output);
        Assert.That(result.Output, Does.Contain("error TARN4012: the kernel has a collector, and its allocator gives nothing back before all is free"));
    }

    [Test]
    public void NoEntry() =>
        ExpectError(
            "TARN4005",
            "or, for a plain program with a Main, add <OutputType>Exe</OutputType>",
            "<TarnAllocator>Bump</TarnAllocator>",
            Serial,
            program: "internal static class Program { private static int Main() => 0; }");

    [Test]
    public void NoTests()
    {
        var folder = NewProject("<TarnAllocator>Bump</TarnAllocator>", Serial, Entry);
        var result = Workplace.DotNet(folder, "test");

        Assert.That(result.ExitCode, Is.Not.Zero);
        Assert.That(result.Output, Does.Contain("error TARN4007: the kernel has no tests: add <PackageReference Include=\"Tarn.Testing\" />"));
    }

    /// <summary>docs/build-errors.md has a section for each.</summary>
    [Test]
    public void EveryErrorIsDocumented()
    {
        var page = File.ReadAllText(Path.Combine(Workplace.Root, "docs", "build-errors.md"));
        var sdk = Path.Combine(Workplace.Root, "build", "Sdk");
        var codes = Directory.EnumerateFiles(Path.Combine(sdk, "Tool"), "*.cs", SearchOption.AllDirectories).Concat(Directory.EnumerateFiles(Path.Combine(sdk, "Sdk")))
            .SelectMany(file => ErrorCode().Matches(File.ReadAllText(file)).Select(match => match.Value)).Distinct().ToList();

        Assert.That(codes, Has.Count.GreaterThanOrEqualTo(9));
        Assert.That(codes.Where(code => !page.Contains($"### {code}\n", StringComparison.Ordinal)), Is.Empty);
    }

    private static void ExpectError(
        string code, string text, string properties, string references, Action<string>? more = null, string program = Entry)
    {
        var folder = NewProject(properties, references, program);
        var result = Workplace.DotNet(folder, "build", "--nologo");

        Assert.That(result.ExitCode, Is.Not.Zero, result.Output);
        Assert.That(result.Output.Split('\n'), Has.Some.Contains($"error {code}: ").And.Some.Contains(text), result.Output);
        more?.Invoke(result.Output);
    }

    private static string NewProject(string properties, string references, string program)
    {
        var folder = Workplace.NewFolder("wrong");
        File.WriteAllText(
            Path.Combine(folder, "Wrong.csproj"),
            $"""
             <Project Sdk="Tarn.Sdk/{Workplace.Version}">
               <PropertyGroup>{properties}</PropertyGroup>
               <ItemGroup>{references}</ItemGroup>
             </Project>
             """);
        File.WriteAllText(Path.Combine(folder, "Program.cs"), program);
        return folder;
    }

    /// <summary>Puts a package into the other feed that says of itself that it is of another version.</summary>
    private static void MakeOtherVersion(string package, string version, string builtFor)
    {
        var path = Path.Combine(Workplace.OtherPackages, $"{package}.{version}.nupkg");
        File.Copy(Path.Combine(Workplace.Packages, $"{package}.{Workplace.Version}.nupkg"), path);
        using var archive = ZipFile.Open(path, ZipArchiveMode.Update);
        Edit(package + ".nuspec", text => text.Replace($"<version>{Workplace.Version}<", $"<version>{version}<", StringComparison.Ordinal));
        Edit($"buildTransitive/{package}.targets", text => text
            .Replace($" Version=\"{Workplace.Version}\"", $" Version=\"{version}\"", StringComparison.Ordinal)
            .Replace($" BuiltFor=\"{Workplace.Version}\"", $" BuiltFor=\"{builtFor}\"", StringComparison.Ordinal));

        void Edit(string name, Func<string, string> change)
        {
            var entry = archive.GetEntry(name)!;
            string text;
            using (var reader = new StreamReader(entry.Open()))
            {
                text = change(reader.ReadToEnd());
            }

            entry.Delete();
            using var writer = new StreamWriter(archive.CreateEntry(name).Open());
            writer.Write(text);
        }
    }

    [GeneratedRegex("TARN[0-9]{4}")]
    private static partial Regex ErrorCode();
}
