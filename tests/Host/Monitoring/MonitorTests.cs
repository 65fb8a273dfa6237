using System.Text;
using NUnit.Framework;
using Tarn.Drivers;
using Tarn.Kernel;
using Tarn.Monitor;
using Tarn.Tests.Host.Output;

namespace Tarn.Tests.Host.Monitoring;

/// <summary>The monitor with keys on one side and a console on the other.</summary>
[TestFixture]
[NonParallelizable]
public sealed class MonitorTests : ConsoleFixture
{
    private RecordingSink _sink = null!;
    private Tarn.Monitor.Monitor _monitor = null!;
    private ScreenCounter _screens = null!;
    private TerminalKeyDecoder _decoder;

    [SetUp]
    public void Begin()
    {
        _sink = AddSink();
        _screens = new ScreenCounter();
        _decoder = default;
        _monitor = new Tarn.Monitor.Monitor(_screens, new EchoCommand(), new FailingCommand());
        _monitor.Begin();
    }

    [Test]
    public void RunsCommandsAndAsksForMore()
    {
        Type("echo hello\r");
        Assert.That(_sink.Text, Is.EqualTo("> echo hello\nhello\n> "));
    }

    [Test]
    public void SaysWhatIsUnknownAndNamesHelp()
    {
        Type("ech\r\r");
        Assert.That(_sink.Text, Is.EqualTo("> ech\nThere is no command 'ech'; help lists those that there are.\n> \n> "));
    }

    [Test]
    public void ListsAllCommands()
    {
        Type("help\r");
        Assert.That(_sink.Text, Does.Contain("\nhelp ").And.Contain("\necho [TEXT]  ").And.Contain("\nfail "));
    }

    [Test]
    public void ACommandThatFailsEndsAlone()
    {
        Type("fail\recho on\r");
        Assert.That(_sink.Text, Is.EqualTo("> fail\nhalf a line\nfail failed: on purpose\n> echo on\non\n> "));
    }

    [Test]
    public void WhatOthersPrintDoesNotSwallowTheLine()
    {
        Type("echo a");
        Console.WriteLine("keyboard: 3 bytes lost");
        Type("b\r");
        Assert.That(_sink.Text, Is.EqualTo("> echo akeyboard: 3 bytes lost\n> echo ab\nab\n> "));
    }

    [Test]
    public void WhatOthersPrintWithoutALineEndGetsOne()
    {
        Type("echo a");
        Console.Write("half");
        Type("b\r");
        Assert.That(_sink.Text, Is.EqualTo("> echo ahalf\n> echo ab\nab\n> "));
    }

    /// <summary>A line that is full says so with the bell, as a terminal's does; a command that was cut off would not be noticed.</summary>
    [Test]
    public void AKeyThatFindsTheLineFullRingsTheBell()
    {
        Type("echo " + new string('a', LineEditor.Capacity - 5));
        Assert.That(_sink.Text, Does.Not.Contain('\a'));
        Type("b");
        Assert.That(_sink.Text, Does.EndWith("a\a"));
        Type("\x1bOP\x7f" + "c\r");
        Assert.That(_sink.Text, Does.EndWith("\n" + new string('a', LineEditor.Capacity - 6) + "c\n> "));
    }

    [Test]
    public void ControlCAbandonsTheLine()
    {
        Type("echo a\x03" + "echo b\r");
        Assert.That(_sink.Text, Is.EqualTo("> echo a^C\n> echo b\nb\n> "));
    }

    [Test]
    public void ControlLClearsTheScreenAndKeepsTheLine()
    {
        Type("echo a\f");
        Assert.That(_screens.Count, Is.EqualTo(1));
        Assert.That(_sink.Text, Is.EqualTo("> echo a> echo a"));
    }

    private void Type(string text)
    {
        foreach (var value in Encoding.UTF8.GetBytes(text))
        {
            _decoder.Push(value);
            while (_decoder.TryTake(out var key))
            {
                _monitor.Press(key);
            }
        }
    }

    private sealed class ScreenCounter : IScreenCleaner
    {
        public int Count { get; private set; }

        public void Clear() => Count++;
    }

    private sealed class FailingCommand : MonitorCommand
    {
        public override ReadOnlySpan<byte> Name => "fail"u8;

        public override ReadOnlySpan<byte> Summary => "fails"u8;

        public override void Run(CommandArguments arguments)
        {
            Console.WriteLine("half a line");
            throw new InvalidOperationException("on purpose");
        }
    }
}
