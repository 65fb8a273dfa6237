using NUnit.Framework;
using Tarn.Tests.Emulator.Machine;

namespace Tarn.Tests.Emulator;

/// <summary>Has the machines of these tests boot from <see cref="Discs"/>, before the first test.</summary>
[SetUpFixture]
public sealed class DiscSetUp
{
    [OneTimeSetUp]
    public void MakeDiscs() => QemuOptions.MakeDisc = Discs.GetArguments;
}
