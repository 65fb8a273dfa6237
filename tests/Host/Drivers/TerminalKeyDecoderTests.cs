using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using FsCheck;
using FsCheck.Fluent;
using NUnit.Framework;
using Tarn.Drivers;
using Tarn.Kernel;

namespace Tarn.Tests.Host.Drivers;

/// <summary>What terminals send: characters, control characters and escape sequences.</summary>
[TestFixture]
public class TerminalKeyDecoderTests
{
    private static readonly (string Sequence, Key Key)[] Sequences =
    [
        ("\e[A", Key.Up), ("\e[B", Key.Down), ("\e[C", Key.Right), ("\e[D", Key.Left), ("\e[H", Key.Home), ("\e[F", Key.End),
        ("\e[E", Key.Keypad5), ("\eOA", Key.Up), ("\eOB", Key.Down), ("\eOC", Key.Right), ("\eOD", Key.Left), ("\eOH", Key.Home),
        ("\eOF", Key.End), ("\eOP", Key.F1), ("\eOQ", Key.F2), ("\eOR", Key.F3), ("\eOS", Key.F4),
        ("\e[[A", Key.F1), ("\e[[B", Key.F2), ("\e[[C", Key.F3), ("\e[[D", Key.F4), ("\e[[E", Key.F5),
        ("\e[1~", Key.Home), ("\e[2~", Key.Insert), ("\e[3~", Key.Delete), ("\e[4~", Key.End), ("\e[5~", Key.PageUp),
        ("\e[6~", Key.PageDown), ("\e[7~", Key.Home), ("\e[8~", Key.End), ("\e[11~", Key.F1), ("\e[12~", Key.F2),
        ("\e[13~", Key.F3), ("\e[14~", Key.F4), ("\e[15~", Key.F5), ("\e[17~", Key.F6), ("\e[18~", Key.F7), ("\e[19~", Key.F8),
        ("\e[20~", Key.F9), ("\e[21~", Key.F10), ("\e[23~", Key.F11), ("\e[24~", Key.F12),
    ];

    private static readonly string[] NoSequences =
    [
        "\e[16~", "\e[0~", "\e[99999999999999~", "\e[?1c", "\e[200~", "\e[!p", "\eOz", "\e[[Z", "\e[y",
    ];

    [TestCaseSource(nameof(Sequences))]
    public void ASequenceIsAKey((string Sequence, Key Key) known) =>
        Assert.That(Decode(known.Sequence), Is.EqualTo(new[] { new KeyEvent(known.Key) }));

    [Test]
    public void ModifiersAreToldByTheSecondNumber([Range(2, 16)] int number)
    {
        var expected = KeyModifiers.None;
        expected |= ((number - 1) & 1) != 0 ? KeyModifiers.LeftShift : 0;
        expected |= ((number - 1) & 2) != 0 ? KeyModifiers.LeftAlt : 0;
        expected |= ((number - 1) & 4) != 0 ? KeyModifiers.LeftControl : 0;
        expected |= ((number - 1) & 8) != 0 ? KeyModifiers.LeftGui : 0;
        foreach (var (sequence, key) in new[] { ($"\e[1;{number}A", Key.Up), ($"\e[3;{number}~", Key.Delete), ($"\e[1;{number}P", Key.F1) })
        {
            Assert.That(Decode(sequence), Is.EqualTo(new[] { new KeyEvent(key, default, expected) }));
        }
    }

    [TestCase("\r", "Enter")]
    [TestCase("\n", "Enter")]
    [TestCase("\r\n", "Enter")]
    [TestCase("\r\r\n\n", "Enter Enter Enter")]
    [TestCase("\ra\n", "Enter a Enter")]
    [TestCase("\r\e[A\n", "Enter Up Enter")]
    [TestCase("\b\x7F", "Backspace Backspace")]
    [TestCase("\t\e[Z", "Tab Shift+Tab")]
    [TestCase("\0", "Ctrl+Space")]
    [TestCase("\ea\e\r\e\x7F", "Alt+a Alt+Enter Alt+Backspace")]
    [TestCase("\eß", "Alt+ß")]
    [TestCase("\e\e[A", "Escape Up")]
    [TestCase("\e\x03", "Ctrl+Alt+c")]
    [TestCase("\eOM", "Keypad Enter")]
    [TestCase("\eOp\eOy\eOj\eOk\eOm\eOn\eOo", "0 9 * + - . /")]
    [TestCase("\e[1\e[B", "Down")]
    [TestCase("\e[1\r", "Enter")]
    [TestCase("\eO\r", "Alt+O Enter")]
    public void WhatIsTypedIsRead(string typed, string expected) =>
        Assert.That(string.Join(' ', Decode(typed).Select(keyEvent => keyEvent.ToString())), Is.EqualTo(expected));

    [Test]
    public void EveryControlCharacterIsAKey([Range(0, 31)] int value)
    {
        if (value is 0 or 8 or 9 or 10 or 13 or 27)
        {
            return;
        }

        var keyEvent = Decode([(byte)value]).Single();
        Assert.That(keyEvent.HasControl, Is.True);
        Assert.That((char)keyEvent.Character.Value & 0x1F, Is.EqualTo(value));
        Assert.That(char.IsAsciiLetterLower((char)keyEvent.Character.Value) || "\\]^_".Contains((char)keyEvent.Character.Value), Is.True);
    }

    [TestCaseSource(nameof(NoSequences))]
    public void WhatIsUnknownIsCountedAndHarmsNothing(string sequence)
    {
        var decoder = default(TerminalKeyDecoder);
        var keys = Decode(ref decoder, Encoding.UTF8.GetBytes(sequence + "x"));
        Assert.That(keys, Is.EqualTo(new[] { new KeyEvent(Key.None, new Rune('x')) }));
        Assert.That(decoder.UnknownSequences, Is.EqualTo(1));
    }

    [TestCase("\e", "Escape")]
    [TestCase("\e\e", "Escape Escape")]
    [TestCase("\e[", "Alt+[")]
    [TestCase("\eO", "Alt+O")]
    [TestCase("\e[1;", "")]
    [TestCase("\e[[", "")]
    [TestCase("a", "a")]
    public void TimeEndsASequence(string typed, string expected)
    {
        var decoder = default(TerminalKeyDecoder);
        var keys = Decode(ref decoder, Encoding.UTF8.GetBytes(typed)).ToList();
        decoder.EndSequence();
        while (decoder.TryTake(out var keyEvent))
        {
            keys.Add(keyEvent);
        }

        Assert.That(decoder.IsInSequence, Is.False);
        Assert.That(string.Join(' ', keys.Select(key => key.ToString())), Is.EqualTo(expected));
        Assert.That(decoder.UnknownSequences, Is.EqualTo(expected.Length == 0 ? 1 : 0));
    }

    /// <summary>Text comes out as it went in, however strange.</summary>
    [Test]
    public void TextComesOutAgain()
    {
        Prop.ForAll<string>(text =>
        {
            var runes = (text ?? string.Empty).EnumerateRunes()
                .Where(rune => rune.Value is >= 0x20 and not (>= 0x7F and <= 0x9F))
                .ToArray();
            var bytes = Encoding.UTF8.GetBytes(string.Concat(runes.Select(rune => rune.ToString())));
            return Decode(bytes).Select(keyEvent => keyEvent.Character).SequenceEqual(runes);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(500));
    }

    /// <summary>Bytes that are no UTF-8 become what .NET makes of them; none is lost.</summary>
    [Test]
    public void DamagedTextIsReplaced()
    {
        byte[] damaged = [(byte)'a', 0xC3, (byte)'b', 0xFF, 0xE2, 0x82, (byte)'c'];
        var decoded = string.Concat(Decode(damaged).Select(keyEvent => keyEvent.Character.ToString()));
        Assert.That(decoded, Is.EqualTo(Encoding.UTF8.GetString(damaged)));
    }

    /// <summary>No bytes whatever upset it: at most two keys a byte, and afterwards it reads on.</summary>
    [Test]
    public void AnyBytesAreTaken()
    {
        Prop.ForAll<byte[]>(bytes =>
        {
            var decoder = default(TerminalKeyDecoder);
            foreach (var value in bytes)
            {
                decoder.Push(value);
                var count = 0;
                while (decoder.TryTake(out _))
                {
                    count++;
                }

                Assert.That(count, Is.LessThanOrEqualTo(2));
            }

            decoder.EndSequence();
            while (decoder.TryTake(out _))
            {
            }

            Assert.That(Decode(ref decoder, "x\e[A"u8.ToArray()).Last(), Is.EqualTo(new KeyEvent(Key.Up)));
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(1000));
    }

    private static KeyEvent[] Decode(string text) => Decode(Encoding.UTF8.GetBytes(text));

    private static KeyEvent[] Decode(byte[] bytes)
    {
        var decoder = default(TerminalKeyDecoder);
        return Decode(ref decoder, bytes);
    }

    private static KeyEvent[] Decode(ref TerminalKeyDecoder decoder, byte[] bytes)
    {
        var keys = new List<KeyEvent>();
        foreach (var value in bytes)
        {
            decoder.Push(value);
            while (decoder.TryTake(out var keyEvent))
            {
                keys.Add(keyEvent);
            }
        }

        return [.. keys];
    }
}
