using System.Text;
using NUnit.Framework;
using Tarn.Tests.Emulator.Machine;

namespace Tarn.Tests.Emulator;

/// <summary>Keys pressed on the machine's keyboard, and bytes typed at the other end of its serial line, as the kernel sees them.</summary>
[TestFixture]
public sealed class InputTests
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(30);

    /// <summary>QEMU's names of the keys of a US keyboard, and what the kernel calls them.</summary>
    private static readonly (string Name, string Says)[] Keys =
    [
        .. "abcdefghijklmnopqrstuvwxyz1234567890".Select(key => ($"{key}", $"{key}")),
        .. Enumerable.Range(1, 12).Select(number => ($"f{number}", $"F{number}")),
        ("grave_accent", "`"), ("minus", "-"), ("equal", "="), ("bracket_left", "["), ("bracket_right", "]"), ("backslash", "\\"),
        ("semicolon", ";"), ("apostrophe", "'"), ("comma", ","), ("dot", "."), ("slash", "/"), ("less", "\\"),
        ("esc", "Escape"), ("backspace", "Backspace"), ("tab", "Tab"), ("ret", "Enter"), ("spc", "Space"),
        ("shift", "Left Shift"), ("shift_r", "Right Shift"), ("ctrl", "Left Ctrl"), ("ctrl_r", "Right Ctrl"), ("alt", "Left Alt"),
        ("alt_r", "Right Alt"), ("meta_l", "Left GUI"), ("meta_r", "Right GUI"), ("compose", "Menu"),
        ("insert", "Insert"), ("home", "Home"), ("pgup", "Page Up"), ("delete", "Delete"), ("end", "End"), ("pgdn", "Page Down"),
        ("up", "Up"), ("down", "Down"), ("left", "Left"), ("right", "Right"),
        ("print", "Print Screen"), ("scroll_lock", "Scroll Lock"), ("pause", "Pause"), ("caps_lock", "Caps Lock"),
        ("num_lock", "Num Lock"), ("caps_lock", "Caps Lock"), ("num_lock", "Num Lock"),
        ("kp_divide", "/"), ("kp_multiply", "*"), ("kp_subtract", "-"), ("kp_add", "+"), ("kp_enter", "Keypad Enter"),
        .. Enumerable.Range(0, 10).Select(number => ($"kp_{number}", $"Keypad {number}")), ("kp_decimal", "Keypad ."),
    ];

    /// <summary>All keys of the keyboard, one after another, with and without the controller's translation.</summary>
    [Test]
    public void EveryKeyArrives([Values(1, 2)] int set)
    {
        using var machine = Start($"set={set}");
        foreach (var (name, says) in Keys)
        {
            machine.Control!.Press(name);

            // The log after the key is waited for: the keyboard's own queue is short.
            var expected = $"keyboard: {says}\nkeyboard: {says} released\n";
            Assert.That(machine.Log.WaitFor(text => text.EndsWith(expected, StringComparison.Ordinal), Limit), Is.True,
                () => $"{name} is to arrive as {says}\n{machine.Log.Tail()}");
        }
    }

    [Test]
    public void ModifiersAndLocksAreSeen()
    {
        using var machine = Start("layout=german");
        Chord(machine, ["ctrl", "alt", "delete"], "keyboard: Ctrl+Alt+Delete\n");
        Chord(machine, ["alt_r", "q"], "keyboard: @\n");
        Chord(machine, ["shift_r", "y"], "keyboard: Z\n");
        Chord(machine, ["caps_lock"], "keyboard: Caps Lock\n");
        Chord(machine, ["semicolon"], "keyboard: Ö\n");
        Chord(machine, ["shift", "semicolon"], "keyboard: ö\n");
        Chord(machine, ["num_lock"], "keyboard: Num Lock\n");
        Chord(machine, ["kp_decimal"], "keyboard: ,\n");
    }

    [Test]
    public void WhatIsTypedOnTheSerialLineArrives()
    {
        using var machine = Start(string.Empty);
        Type(machine, "aß€😀", "serial: a\nserial: ß\nserial: €\nserial: 😀\n");
        Type(machine, "\r", "serial: Enter\n");
        Type(machine, "\x7F\b\t", "serial: Backspace\nserial: Backspace\nserial: Tab\n");
        Type(machine, "\e[A\e[1;5C\e[3~\eOP", "serial: Up\nserial: Ctrl+Right\nserial: Delete\nserial: F1\n");
        Type(machine, "\x03", "serial: Ctrl+c\n");
        Type(machine, "\e", "serial: Escape\n");
    }

    /// <summary>A line that is longer than all buffers on the way, as somebody pastes it.</summary>
    [Test]
    public void APastedTextArrivesWhole()
    {
        const int Characters = 3_000;
        using var machine = Start(string.Empty);
        var text = string.Concat(Enumerable.Range(0, Characters).Select(index => (char)('a' + (index % 26))));
        machine.Keyboard.Write(Encoding.UTF8.GetBytes(text));
        machine.Keyboard.Flush();
        var arrived = machine.Log.WaitFor(log => Count(log) + Lost(log) >= Characters, Limit);

        Assert.That(arrived, Is.True, () => machine.Log.Tail());
        Assert.That(Count(machine.Log.Text) + Lost(machine.Log.Text), Is.EqualTo(Characters));

        static int Count(string log) => log.Split('\n')
            .Count(line => line.StartsWith("serial: ", StringComparison.Ordinal) && line.Length == 9);

        static int Lost(string log) => log.Split('\n')
            .Where(line => line.StartsWith("serial: ", StringComparison.Ordinal) && line.EndsWith(" in all)", StringComparison.Ordinal))
            .Select(line => int.Parse(line.Split(' ')[1])).Sum();
    }

    [Test]
    public void WithoutAControllerTheKernelSaysSo()
    {
        using var machine = QemuMachine.Start(new QemuOptions(Images.Input) { Board = "pc,i8042=off" });
        var isReady = machine.Log.WaitFor(text => text.Contains("ready\n", StringComparison.Ordinal), Limit);
        Assert.That(isReady, Is.True, () => machine.Log.Tail());
        Assert.That(machine.Log.Lines, Does.Contain("Keyboard not used: no keyboard controller answers"));
    }

    private static QemuMachine Start(string commandLine)
    {
        var machine = QemuMachine.Start(new QemuOptions(Images.Input) { HasControl = true, CommandLine = commandLine });
        if (!machine.Log.WaitFor(text => text.Contains("ready\n", StringComparison.Ordinal), Limit))
        {
            var log = machine.Log.Tail();
            machine.Dispose();
            Assert.Fail(log);
        }

        Assert.That(machine.Log.Text, Does.Not.Contain("not used"));
        return machine;
    }

    /// <summary>Presses keys one after another, and releases them; then the last one is to have said something.</summary>
    private static void Chord(QemuMachine machine, string[] keys, string expected)
    {
        var before = machine.Log.Text.Length;
        foreach (var key in keys)
        {
            machine.Control!.SendKey(key, isDown: true);
        }

        Expect(machine, before, expected);
        foreach (var key in keys)
        {
            machine.Control!.SendKey(key, isDown: false);
        }

        var releases = keys.Length;
        var areReleased = machine.Log.WaitFor(text => Releases(text[before..]) == releases, Limit);
        Assert.That(areReleased, Is.True, () => machine.Log.Tail());

        static int Releases(string log) => log.Split('\n').Count(line => line.EndsWith(" released", StringComparison.Ordinal));
    }

    private static void Type(QemuMachine machine, string text, string expected)
    {
        var before = machine.Log.Text.Length;
        machine.Keyboard.Write(Encoding.UTF8.GetBytes(text));
        machine.Keyboard.Flush();
        Expect(machine, before, expected);
    }

    private static void Expect(QemuMachine machine, int before, string expected) => Assert.That(
        machine.Log.WaitFor(text => text[before..].Contains(expected, StringComparison.Ordinal), Limit), Is.True,
        () => $"expected\n{expected}\n{machine.Log.Tail()}");
}
