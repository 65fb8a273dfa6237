using NUnit.Framework;
using Tarn.Tests.Emulator.Harness;
using Tarn.Tests.Emulator.Machine;
using Tarn.Tests.Emulator.Runs;

namespace Tarn.Tests.Emulator;

/// <summary>An image that leaves the unwinder out: it runs until something is thrown, and says what that was.</summary>
[TestFixture]
public sealed class WithoutUnwinderTests
{
    [TestCase("Passes", OutcomeKind.Passed, "^$")]
    [TestCase("Throws", OutcomeKind.Panicked, "^unhandled exception: .+: nobody can catch this$")]
    [TestCase("Faults", OutcomeKind.Panicked, "^page fault: null reference: read of address 0x[0-9a-f]+$")]
    public void TheFirstThrowIsTheEnd(string name, OutcomeKind kind, string message)
    {
        using var kernel = KernelUnderTest.Start(new QemuOptions(Images.WithoutUnwinder), TimeLimits.Default);
        Assert.That(kernel.WaitUntilReady(), Is.Null);
        var item = KernelCatalog.Read(Path.ChangeExtension(Images.WithoutUnwinder, ".dll")).Single(item => item.Name == name);
        var outcome = kernel.Run(item.Index);

        Assert.That(outcome.Kind, Is.EqualTo(kind), () => $"{outcome.Message}\n{kernel.Log.Tail()}");
        Assert.That(outcome.Message, Does.Match(message));
        Assert.That(kernel.Log.Text, Does.Not.Contain("caught"));
    }

    [Test]
    public void ItHasNoTables()
    {
        var image = new ElfImage(Images.WithoutUnwinder);

        Assert.That(image.SizeOf(".eh_frame") + image.SizeOf(".dotnet_eh_table") + image.SizeOf(".tarn_unwind"), Is.Zero);
        Assert.That(new ElfImage(Images.Misbehaving).SizeOf(".tarn_unwind"), Is.Positive);
    }
}
