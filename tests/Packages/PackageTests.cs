using System.IO.Compression;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using NUnit.Framework;
using Tarn.Sdk.Tool.Toolchains;

namespace Tarn.Tests.Packages;

/// <summary>What is in the packages.</summary>
[TestFixture]
public sealed class PackageTests
{
    private static readonly string[] NoComponents = ["Tarn.Sdk", "Tarn.Templates"];

    private static IEnumerable<string> Packages =>
        Directory.EnumerateFiles(Workplace.Packages, "*.nupkg").Select(path => Path.GetFileNameWithoutExtension(path)[..^(Workplace.Version.Length + 1)]).Order(StringComparer.Ordinal);

    internal static IEnumerable<string> Components => Packages.Except(NoComponents);

    /// <summary>Whoever adds a component adds it to the list by which Tarn.Sdk knows it.</summary>
    [Test]
    public void TheSdkKnowsThePackages()
    {
        var known = XDocument.Load(Path.Combine(Workplace.Root, "build", "Sdk", "Sdk", "Tarn.Packages.props"))
            .Descendants("TarnKnownPackage").Select(item => item.Attribute("Include")!.Value);

        Assert.That(known.Order(StringComparer.Ordinal), Is.EqualTo(Components));
        Assert.That(Components.Count(), Is.GreaterThanOrEqualTo(19));
    }

    [TestCaseSource(nameof(Packages))]
    public void APackageSaysWhatItIs(string package)
    {
        using var archive = Open(package);
        var metadata = Nuspec(archive);

        Assert.That(metadata("id"), Is.EqualTo(package));
        Assert.That(metadata("version"), Is.EqualTo(Workplace.Version));
        Assert.That(metadata("license"), Is.EqualTo("MIT"));
        Assert.That(metadata("authors"), Is.EqualTo("The Tarn authors"));
        Assert.That(metadata("description"), Has.Length.GreaterThan(15).And.Not.EqualTo("Package Description"));
        Assert.That(metadata("readme"), Is.EqualTo("README.md"));
        Assert.That(Read(archive, "README.md"), Does.StartWith("# ").And.Contain("\n- "), "its guarantees");
    }

    /// <summary>The page of the component, whose links would lead nowhere.</summary>
    [TestCaseSource(nameof(Packages))]
    public void TheReadmeHasNoLinksThatLeadNowhere(string package)
    {
        using var archive = Open(package);
        var text = Read(archive, "README.md");

        Assert.That(text, Does.Contain("\n## What it promises\n").And.Contain("\n## What it costs\n").And.Contain("\n## How to replace it\n"));
        Assert.That(Regex.Matches(text, @"\]\((?!https?:)[^)]+\)").Select(link => link.Value), Is.Empty);
        Assert.That(text, Does.Contain("are in the repository of Tarn"));
    }

    [TestCaseSource(nameof(Components))]
    public void AComponentHasSymbolsAndDocumentation(string package)
    {
        using var archive = Open(package);
        var assembly = package == "Tarn.CoreLib" ? "System.Private.CoreLib" : package;

        Assert.That(Names(archive), Is.SupersetOf(new[] { "dll", "pdb", "xml" }.Select(kind => $"lib/net10.0/{assembly}.{kind}")));
        Assert.That(Read(archive, $"lib/net10.0/{assembly}.xml"), Does.Contain("<summary>"));
    }

    [TestCaseSource(nameof(Components))]
    public void AComponentNamesWhatItNeedsByVersion(string package)
    {
        using var archive = Open(package);
        var dependencies = XDocument.Parse(Read(archive, package + ".nuspec")).Descendants().Where(element => element.Name.LocalName == "dependency").ToList();

        Assert.That(dependencies.Select(dependency => dependency.Attribute("version")!.Value), Is.All.EqualTo(Workplace.Version));
        Assert.That(dependencies.Select(dependency => dependency.Attribute("id")!.Value), Is.SubsetOf(Components));
        Assert.That(dependencies, package == "Tarn.CoreLib" ? Is.Empty : Is.Not.Empty);
    }

    /// <summary>Assembly files and the linker script travel in the packages that own them, and say so to the image.</summary>
    [TestCase("Tarn.CoreLib", "kernel-core/CoreLib")]
    [TestCase("Tarn.Unwinder", "kernel-core/Unwinder")]
    [TestCase("Tarn.Boot.Limine", "kernel-core/Limine")]
    [TestCase("Tarn.Arch.X86_64", "arch-x86_64")]
    public void APackageBringsItsAssembly(string package, string folder)
    {
        using var archive = Open(package);
        var sources = Path.Combine(Workplace.Root, folder);
        var files = Directory.EnumerateFiles(sources, "*.s", SearchOption.AllDirectories).Concat(Directory.EnumerateFiles(sources, "*.ld"))
            .Select(file => Path.GetRelativePath(sources, file)).ToList();
        var targets = Read(archive, $"buildTransitive/{package}.targets");

        Assert.That(files, Is.Not.Empty);
        foreach (var file in files)
        {
            Assert.That(Read(archive, "native/" + file), Is.EqualTo(File.ReadAllText(Path.Combine(sources, file))));
            Assert.That(targets, Does.Contain($"../native/{file}'"));
        }
    }

    [Test]
    public void WhatIsDeclaredOfHandlersIsInThePackage()
    {
        using var archive = Open("Tarn.Arch.X86_64");

        Assert.That(Read(archive, "buildTransitive/Tarn.Arch.X86_64.targets"), Does.Contain("Include=\"Tarn.Arch.X86_64.FaultHandler.Handle\" Kind=\"UncheckedHandler\""));
    }

    [Test]
    public void TheTestPackageBringsItsGenerator()
    {
        using var archive = Open("Tarn.Testing");

        Assert.That(Names(archive), Does.Contain("analyzers/dotnet/cs/Tarn.Testing.Generator.dll"));
    }

    /// <summary>Packed once more, into another folder, they have the same bytes.</summary>
    [Test]
    public void PackingAgainGivesTheSameBytes()
    {
        var again = Workplace.NewFolder("again") + "/";
        var result = ProcessRunner.Run(
            "dotnet",
            ["msbuild", Path.Combine(Workplace.Root, "build", "Sdk", "Packages.proj"), "-target:PackOnly", "-nologo", "-verbosity:quiet", "-property:Configuration=Release", $"-property:PackageDirectory={again}"]);
        Assert.That(result.ExitCode, Is.Zero, result.Output);

        foreach (var package in Packages.Select(name => $"{name}.{Workplace.Version}.nupkg"))
        {
            Assert.That(
                File.ReadAllBytes(Path.Combine(again, package)).AsSpan().SequenceEqual(File.ReadAllBytes(Path.Combine(Workplace.Packages, package))), Is.True, package);
        }
    }

    private static ZipArchive Open(string package) => ZipFile.OpenRead(Path.Combine(Workplace.Packages, $"{package}.{Workplace.Version}.nupkg"));

    private static IEnumerable<string> Names(ZipArchive archive) => archive.Entries.Select(entry => entry.FullName);

    private static string Read(ZipArchive archive, string name)
    {
        var entry = archive.GetEntry(name);
        Assert.That(entry, Is.Not.Null, name);
        using var reader = new StreamReader(entry!.Open());
        return reader.ReadToEnd();
    }

    private static Func<string, string?> Nuspec(ZipArchive archive)
    {
        var metadata = XDocument.Parse(Read(archive, archive.Entries.Single(entry => entry.FullName.EndsWith(".nuspec", StringComparison.Ordinal)).FullName)).Root!.Elements().Single();
        return name => metadata.Elements().SingleOrDefault(element => element.Name.LocalName == name)?.Value;
    }
}
