using NUnit.Framework;
using Tarn.Kernel;

namespace Tarn.Tests.Host.Output;

/// <summary>A kernel that has just started: no sinks, no panic, interrupts on.</summary>
[NonParallelizable]
public abstract class ConsoleFixture
{
    [SetUp]
    public void StartAnew() => Restart();

    [TearDown]
    public void LeaveNothingBehind() => Restart();

    /// <summary>As <see cref="StartAnew"/>, in the middle of a test.</summary>
    protected static void Restart()
    {
        ConsoleRouter.State = default;
        Panic.State = default;
        Processor.Reset();
    }

    private protected static RecordingSink AddSink()
    {
        var sink = new RecordingSink();
        ConsoleRouter.Add(sink);
        return sink;
    }
}
