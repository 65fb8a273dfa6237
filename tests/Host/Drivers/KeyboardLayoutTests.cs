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

/// <summary>What keys type: layouts, modifiers and locks.</summary>
[TestFixture]
public class KeyboardLayoutTests
{
    private static readonly Key[] Rows =
    [
        Key.Grave, Key.Digit1, Key.Digit2, Key.Digit3, Key.Digit4, Key.Digit5, Key.Digit6, Key.Digit7, Key.Digit8, Key.Digit9, Key.Digit0,
        Key.Minus, Key.Equal, Key.Q, Key.W, Key.E, Key.R, Key.T, Key.Y, Key.U, Key.I, Key.O, Key.P, Key.LeftBracket, Key.RightBracket,
        Key.Backslash, Key.A, Key.S, Key.D, Key.F, Key.G, Key.H, Key.J, Key.K, Key.L, Key.Semicolon, Key.Apostrophe,
        Key.NonUsBackslash, Key.Z, Key.X, Key.C, Key.V, Key.B, Key.N, Key.M, Key.Comma, Key.Period, Key.Slash,
    ];

    [TestCase(KeyModifiers.None, "`1234567890-=qwertyuiop[]\\asdfghjkl;'\\zxcvbnm,./")]
    [TestCase(KeyModifiers.LeftShift, "~!@#$%^&*()_+QWERTYUIOP{}|ASDFGHJKL:\"|ZXCVBNM<>?")]
    [TestCase(KeyModifiers.RightShift, "~!@#$%^&*()_+QWERTYUIOP{}|ASDFGHJKL:\"|ZXCVBNM<>?")]
    [TestCase(KeyModifiers.CapsLock, "`1234567890-=QWERTYUIOP[]\\ASDFGHJKL;'\\ZXCVBNM,./")]
    [TestCase(KeyModifiers.CapsLock | KeyModifiers.LeftShift, "~!@#$%^&*()_+qwertyuiop{}|asdfghjkl:\"|zxcvbnm<>?")]
    [TestCase(
        KeyModifiers.LeftControl | KeyModifiers.RightAlt | KeyModifiers.LeftGui,
        "`1234567890-=qwertyuiop[]\\asdfghjkl;'\\zxcvbnm,./")]
    public void TheUnitedStatesLayout(KeyModifiers modifiers, string expected) => Expect(KeyboardLayouts.UnitedStates, modifiers, expected);

    [TestCase(KeyModifiers.None, "^1234567890ß´qwertzuiopü+#asdfghjklöä<yxcvbnm,.-")]
    [TestCase(KeyModifiers.LeftShift, "°!\"§$%&/()=?`QWERTZUIOPÜ*'ASDFGHJKLÖÄ>YXCVBNM;:_")]
    [TestCase(KeyModifiers.CapsLock, "^1234567890ß´QWERTZUIOPÜ+#ASDFGHJKLÖÄ<YXCVBNM,.-")]
    [TestCase(KeyModifiers.AltGraph, "__²³___{[]}\\_@_€________~____________|______µ___")]
    public void TheGermanLayout(KeyModifiers modifiers, string expected) =>
        Expect(KeyboardLayouts.German, modifiers, modifiers == KeyModifiers.AltGraph ? expected.Replace('_', '\0') : expected);

    [Test]
    public void KeysOutsideOfTheRowsTypeTheSameEverywhere([Values] bool hasNumLock, [Values] bool isGerman)
    {
        var layout = isGerman ? KeyboardLayouts.German : KeyboardLayouts.UnitedStates;
        var expected = new Dictionary<Key, char>
        {
            [Key.Enter] = '\n', [Key.KeypadEnter] = '\n', [Key.Tab] = '\t', [Key.Backspace] = '\b', [Key.Escape] = '\e', [Key.Space] = ' ',
            [Key.KeypadDivide] = '/', [Key.KeypadMultiply] = '*', [Key.KeypadSubtract] = '-', [Key.KeypadAdd] = '+',
        };
        if (hasNumLock)
        {
            expected[Key.KeypadDecimal] = isGerman ? ',' : '.';
            for (var digit = 0; digit < 10; digit++)
            {
                expected[Enum.Parse<Key>($"Keypad{digit}")] = (char)('0' + digit);
            }
        }

        foreach (var key in Enum.GetValues<Key>().Except(Rows))
        {
            var character = layout.CharacterOf(key, hasNumLock ? KeyModifiers.NumLock : KeyModifiers.None);
            Assert.That((char)character.Value, Is.EqualTo(expected.GetValueOrDefault(key)), $"{key}");
            var withShift = layout.CharacterOf(key, KeyModifiers.NumLock | KeyModifiers.LeftShift);
            Assert.That(withShift, Is.EqualTo(layout.CharacterOf(key, KeyModifiers.None)), "Shift undoes num lock");
        }
    }

    [Test]
    public void ALayoutOfAnotherLengthIsRefused()
    {
        var right = new string('x', KeyboardLayout.Places);
        Assert.That(() => new KeyboardLayout("short", right[1..], right), Throws.ArgumentException);
        Assert.That(() => new KeyboardLayout("long", right, right + "x"), Throws.ArgumentException);
        Assert.That(() => new KeyboardLayout("third", right, right, "x"), Throws.ArgumentException);
        Assert.That(() => new KeyboardLayout("surrogates", right, right[2..] + "😀"), Throws.ArgumentException);
        Assert.That(new KeyboardLayout("right", right, right, right, right).Name, Is.EqualTo("right"));
    }

    [Test]
    public void EveryModifierIsHeldAndLetGo()
    {
        foreach (var (key, modifier) in new[]
        {
            (Key.LeftControl, KeyModifiers.LeftControl), (Key.LeftShift, KeyModifiers.LeftShift), (Key.LeftAlt, KeyModifiers.LeftAlt),
            (Key.LeftGui, KeyModifiers.LeftGui), (Key.RightControl, KeyModifiers.RightControl), (Key.RightShift, KeyModifiers.RightShift),
            (Key.RightAlt, KeyModifiers.RightAlt), (Key.RightGui, KeyModifiers.RightGui),
        })
        {
            var state = new KeyboardState(KeyboardLayouts.UnitedStates);
            Assert.That(state.Press(key).Modifiers, Is.EqualTo(modifier));
            Assert.That(state.Press(key).Action, Is.EqualTo(KeyAction.Repeated));
            Assert.That(state.Modifiers, Is.EqualTo(modifier));
            Assert.That(state.TryRelease(key, out var keyEvent), Is.True);
            Assert.That((keyEvent.Modifiers, keyEvent.Action), Is.EqualTo((KeyModifiers.None, KeyAction.Released)));
        }

        var german = new KeyboardState(KeyboardLayouts.German);
        Assert.That(german.Press(Key.RightAlt).Modifiers, Is.EqualTo(KeyModifiers.AltGraph));
        Assert.That(german.Press(Key.Q).IsText, Is.True);
    }

    [TestCase(Key.CapsLock, KeyModifiers.CapsLock)]
    [TestCase(Key.NumLock, KeyModifiers.NumLock)]
    [TestCase(Key.ScrollLock, KeyModifiers.ScrollLock)]
    public void ALockTogglesWhenItIsPressedAndNotWhenItRepeats(Key key, KeyModifiers modifier)
    {
        var state = new KeyboardState(KeyboardLayouts.UnitedStates);
        for (var round = 0; round < 3; round++)
        {
            var expected = round % 2 == 0 ? modifier : KeyModifiers.None;
            Assert.That(state.Press(key).Modifiers, Is.EqualTo(expected));
            Assert.That(state.Press(key).Modifiers, Is.EqualTo(expected));
            Assert.That(state.TryRelease(key, out var keyEvent), Is.True);
            Assert.That(keyEvent.Modifiers, Is.EqualTo(expected));
        }
    }

    /// <summary>Random strokes against a set of keys: pressed, repeated, released, and what is let go at the end.</summary>
    [Test]
    public void TheStateAgreesWithASetOfKeys()
    {
        Prop.ForAll(ScanCodeDecoderTests.Strokes(), strokes =>
        {
            var state = new KeyboardState(KeyboardLayouts.UnitedStates);
            var model = new HashSet<Key>();
            foreach (var (key, isReleased) in strokes)
            {
                if (isReleased)
                {
                    Assert.That(state.TryRelease(key, out _), Is.EqualTo(model.Remove(key)));
                }
                else
                {
                    Assert.That(state.Press(key).Action, Is.EqualTo(model.Add(key) ? KeyAction.Pressed : KeyAction.Repeated));
                }
            }

            while (state.TryReleaseAny(out var keyEvent))
            {
                Assert.That(model.Remove(keyEvent.Key), Is.True);
            }

            Assert.That(model, Is.Empty);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(300));
    }

    [Test]
    public void AnEventSaysWhatItIs()
    {
        Assert.That(Event(Key.Delete, '\0', KeyModifiers.LeftControl | KeyModifiers.RightAlt).ToString(), Is.EqualTo("Ctrl+Alt+Delete"));
        Assert.That(Event(Key.Home, '\0', KeyModifiers.LeftShift, KeyAction.Repeated).ToString(), Is.EqualTo("Shift+Home repeated"));
        Assert.That(Event(Key.LeftShift, '\0', KeyModifiers.LeftShift).ToString(), Is.EqualTo("Left Shift"));
        Assert.That(Event(Key.A, 'A', KeyModifiers.LeftShift, KeyAction.Released).ToString(), Is.EqualTo("A released"));
        Assert.That(Event(Key.Space, ' ').ToString(), Is.EqualTo("Space"));
    }

    [Test]
    public void TextIsToldFromCommands()
    {
        Assert.That(Event(Key.A, 'a').IsText, Is.True);
        Assert.That(Event(Key.Q, '@', KeyModifiers.AltGraph).IsText, Is.True);
        Assert.That(Event(Key.A, 'a', action: KeyAction.Repeated).IsText, Is.True);
        Assert.That(Event(Key.A, 'a', action: KeyAction.Released).IsText, Is.False);
        Assert.That(Event(Key.A, 'a', KeyModifiers.RightControl).IsText, Is.False);
        Assert.That(Event(Key.A, 'a', KeyModifiers.LeftAlt).IsText, Is.False);
        Assert.That(Event(Key.A, 'a', KeyModifiers.RightGui).IsText, Is.False);
        Assert.That(Event(Key.Enter, '\n').IsText, Is.False);
        Assert.That(Event(Key.Up, '\0').IsText, Is.False);
    }

    [Test]
    public void TheKeypadDoesWhatItTypesOrElseMoves()
    {
        Assert.That(Event(Key.Keypad7, '\0').Function, Is.EqualTo(Key.Home));
        Assert.That(Event(Key.Keypad7, '7', KeyModifiers.NumLock).Function, Is.EqualTo(Key.Keypad7));
        Assert.That(Event(Key.KeypadDecimal, '\0').Function, Is.EqualTo(Key.Delete));
        Assert.That(Event(Key.KeypadEnter, '\n').Function, Is.EqualTo(Key.Enter));
        Assert.That(Event(Key.A, 'a').Function, Is.EqualTo(Key.A));
    }

    [Test]
    public void EveryKeyHasANameOfItsOwn()
    {
        var names = Enum.GetValues<Key>()
            .Where(key => key != Key.None)
            .Select(key => Encoding.UTF8.GetString(KeyNames.NameOf(key)))
            .ToArray();
        Assert.That(names, Is.Unique.And.All.Not.Empty);
        Assert.That(KeyNames.NameOf(Key.None).IsEmpty, Is.True);
    }

    private static KeyEvent Event(
        Key key, char character, KeyModifiers modifiers = KeyModifiers.None, KeyAction action = KeyAction.Pressed) =>
        new(key, new Rune(character), modifiers, action);

    private static void Expect(KeyboardLayout layout, KeyModifiers modifiers, string expected)
    {
        var typed = string.Concat(Rows.Select(key => (char)layout.CharacterOf(key, modifiers).Value));
        Assert.That(typed, Is.EqualTo(expected));
    }
}
