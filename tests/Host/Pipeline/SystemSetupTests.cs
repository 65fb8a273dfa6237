using NUnit.Framework;
using Tarn.Pipeline;
using Assert = NUnit.Framework.Assert;

namespace Tarn.Tests.Host.Pipeline;

/// <summary>What the user is told to type where packages are missing.</summary>
public sealed class SystemSetupTests
{
    private static readonly SystemTool[] s_tools = [SystemTool.Qemu, SystemTool.Linker];

    [TestCase("apt-get", false, "sudo apt-get install qemu-system-x86 lld")]
    [TestCase("apt-get", true, "apt-get install qemu-system-x86 lld")]
    [TestCase("dnf", false, "sudo dnf install qemu-system-x86 lld")]
    [TestCase("pacman", false, "sudo pacman -S qemu-system-x86 lld")]
    [TestCase("zypper", false, "sudo zypper install qemu-x86 lld")]
    [TestCase("brew", false, "brew install qemu lld")]
    public void CommandOfThePackageManager(string executable, bool isRoot, string command)
    {
        var manager = PackageManager.Find(x => x == executable);
        Assert.That(manager?.GetCommand(s_tools, isRoot), Is.EqualTo(command));
    }

    [Test]
    public void AptComesFirst() => Assert.That(PackageManager.Find(_ => true), Is.EqualTo(PackageManager.Apt));

    [Test]
    public void NoPackageManagerIsNull() => Assert.That(PackageManager.Find(_ => false), Is.Null);

    [TestCase("QEMU emulator version 7.2.22 (Debian 1:7.2+dfsg-7)", 7)]
    [TestCase("QEMU emulator version 10.0.2", 10)]
    [TestCase("no number here", null)]
    public void MajorVersionIsReadFromWhatTheProgramSays(string text, int? version) =>
        Assert.That(SystemSetup.GetMajorVersion(text), Is.EqualTo(version));

    [Test]
    public void ToolsThatAreThereNeedNothing()
    {
        var directory = Directory.CreateTempSubdirectory("tarn-setup-").FullName;
        try
        {
            var shell = new SystemTool("a shell", ["sh"], new Dictionary<string, string>());
            Assert.That(() => new SystemSetup(Path.Combine(directory, "verified")).Ensure([shell]), Throws.Nothing);
        }
        finally
        {
            Directory.Delete(directory, recursive: true);
        }
    }
}
