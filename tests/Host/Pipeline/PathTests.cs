using Nuke.Common.IO;
using NUnit.Framework;
using Assert = NUnit.Framework.Assert;

namespace Tarn.Tests.Host.Pipeline;

/// <summary>Paths, and what is done with the files at them.</summary>
public sealed class PathTests
{
    private AbsolutePath _directory = null!;

    [SetUp]
    public void CreateDirectory() => _directory = AbsolutePath.Create(Directory.CreateTempSubdirectory("tarn-paths-").FullName);

    [TearDown]
    public void DeleteDirectory() => Directory.Delete(_directory, recursive: true);

    [TestCase("/a/b", "c", "/a/b/c")]
    [TestCase("/a/b", "c/d/", "/a/b/c/d")]
    [TestCase("/a/b", "../c", "/a/c")]
    [TestCase("/a/b", "./c", "/a/b/c")]
    [TestCase("/a/b", "", "/a/b")]
    [TestCase("/", "a", "/a")]
    [TestCase("/a//b/", "c", "/a/b/c")]
    public void SlashCombines(string left, string right, string result) =>
        Assert.That((AbsolutePath.Create(left) / right).ToString(), Is.EqualTo(result));

    [TestCase("relative/path")]
    [TestCase("")]
    [TestCase("/..")]
    [TestCase("/a/../../b")]
    public void PathsStartAtARootAndStayBelowIt(string path) => Assert.That(() => AbsolutePath.Create(path), Throws.ArgumentException);

    [Test]
    public void SecondPathMustNotStartAtARoot() => Assert.That(() => AbsolutePath.Create("/a") / "/b", Throws.ArgumentException);

    [Test]
    public void PartsOfAPath()
    {
        var path = AbsolutePath.Create("/a/b/c.tar.gz");
        Assert.That(path.Name, Is.EqualTo("c.tar.gz"));
        Assert.That(path.NameWithoutExtension, Is.EqualTo("c.tar"));
        Assert.That(path.Extension, Is.EqualTo(".gz"));
        Assert.That(path.Parent, Is.EqualTo(AbsolutePath.Create("/a/b")));
        Assert.That(AbsolutePath.Create("/").Parent, Is.Null);
        Assert.That((path + ".sum").ToString(), Is.EqualTo("/a/b/c.tar.gz.sum"));
        Assert.That(path.WithExtension("xz").ToString(), Is.EqualTo("/a/b/c.tar.xz"));
    }

    [Test]
    public void EqualityIsThatOfNormalizedPaths()
    {
        Assert.That(AbsolutePath.Create("/a/./b/") == AbsolutePath.Create("/a/b"), Is.True);
        Assert.That(AbsolutePath.Create("/a/b") != AbsolutePath.Create("/a/B"), Is.True);
        Assert.That(AbsolutePath.Create("/a/./b").GetHashCode(), Is.EqualTo(AbsolutePath.Create("/a/b").GetHashCode()));
    }

    [Test]
    public void Relations()
    {
        Assert.That(AbsolutePath.Create("/a/b").GetRelativePathTo("/a/c/d").ToString(), Is.EqualTo("../c/d"));
        Assert.That(AbsolutePath.Create("/a/b").Contains("/a/b/c"), Is.True);
        Assert.That(AbsolutePath.Create("/a/b").Contains("/a/bc"), Is.False);
    }

    [Test]
    public void TextsEndWithOneLineBreak()
    {
        var file = _directory / "deep" / "file.txt";
        file.WriteAllText("text\n\n");
        Assert.That(File.ReadAllText(file), Is.EqualTo("text\n"));
        file.WriteAllText("text", eofLineBreak: false);
        Assert.That(File.ReadAllText(file), Is.EqualTo("text"));
        file.WriteAllLines(["one", "two"]);
        Assert.That(file.ReadAllLines(), Is.EqualTo(new[] { "one", "two" }));
    }

    [Test]
    public void HashIsMd5()
    {
        var file = (_directory / "file").WriteAllText("abc", eofLineBreak: false);
        Assert.That(file.GetFileHash(), Is.EqualTo("900150983cd24fb0d6963f7d28e17f72"));
    }

    [Test]
    public void DirectoriesAreCreatedEmptiedAndDeleted()
    {
        var directory = (_directory / "a" / "b").CreateDirectory();
        (directory / "file").TouchFile();
        directory.CreateOrCleanDirectory();
        Assert.That(Directory.EnumerateFileSystemEntries(directory), Is.Empty);
        (_directory / "a").DeleteDirectory();
        Assert.That((_directory / "a").DirectoryExists(), Is.False);
        Assert.That(() => (_directory / "a").DeleteDirectory(), Throws.Nothing);
    }

    [TestCase("*.cs", "a.cs")]
    [TestCase("**/*.cs", "a.cs sub/b.cs sub/deep/c.cs")]
    [TestCase("sub/**", "sub/b.cs sub/deep/c.cs sub/deep/d.txt")]
    [TestCase("sub/**/d.*", "sub/deep/d.txt")]
    [TestCase("sub/?.cs", "sub/b.cs")]
    [TestCase("a.c", "")]
    [TestCase("aXcs", "")]
    public void GlobsFindFiles(string pattern, string expected)
    {
        foreach (var file in new[] { "a.cs", "sub/b.cs", "sub/deep/c.cs", "sub/deep/d.txt" })
        {
            (_directory / file).TouchFile();
        }

        var found = _directory.GlobFiles(pattern).Select(x => _directory.GetRelativePathTo(x).ToString());
        Assert.That(string.Join(' ', found), Is.EqualTo(expected));
    }

    [Test]
    public void GlobsFindDirectories()
    {
        (_directory / "one" / "obj").CreateDirectory();
        (_directory / "obj").TouchFile();
        Assert.That(_directory.GlobDirectories("**/obj"), Is.EqualTo(new[] { _directory / "one" / "obj" }));
    }

    [Test]
    public void CopyFollowsItsPolicy()
    {
        var source = (_directory / "source").WriteAllText("new");
        var target = (_directory / "target").WriteAllText("old");
        Assert.That(() => source.Copy(target), Throws.InvalidOperationException);
        source.Copy(target, ExistsPolicy.FileSkip);
        Assert.That(target.ReadAllText(), Is.EqualTo("old\n"));
        source.Copy(target, ExistsPolicy.FileOverwrite);
        Assert.That(target.ReadAllText(), Is.EqualTo("new\n"));
    }

    [Test]
    public void CopyOfANewerFileReplacesAnOlderOne()
    {
        var source = (_directory / "source").WriteAllText("new");
        var target = (_directory / "target").WriteAllText("old");
        File.SetLastWriteTimeUtc(source, new DateTime(2020, 1, 1, 0, 0, 0, DateTimeKind.Utc));
        source.Copy(target, ExistsPolicy.FileOverwriteIfNewer);
        Assert.That(target.ReadAllText(), Is.EqualTo("old\n"));
        File.SetLastWriteTimeUtc(target, new DateTime(2019, 1, 1, 0, 0, 0, DateTimeKind.Utc));
        source.Copy(target, ExistsPolicy.FileOverwriteIfNewer);
        Assert.That(target.ReadAllText(), Is.EqualTo("new\n"));
    }

    [Test]
    public void DirectoriesAreCopiedMergedAndMoved()
    {
        var source = _directory / "source";
        (source / "deep" / "file").WriteAllText("text");
        var target = source.CopyToDirectory(_directory / "target");
        Assert.That((target / "deep" / "file").ReadAllText(), Is.EqualTo("text\n"));
        Assert.That((source / "deep" / "file").FileExists(), Is.True);
        Assert.That(() => source.Copy(target), Throws.ArgumentException);

        (target / "kept").TouchFile();
        source.Move(target, ExistsPolicy.MergeAndOverwrite);
        Assert.That(source.DirectoryExists(), Is.False);
        Assert.That((target / "kept").FileExists(), Is.True);
        Assert.That(() => target.Copy(target / "inside"), Throws.ArgumentException);
    }
}
