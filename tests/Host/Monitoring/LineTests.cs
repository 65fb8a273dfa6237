using System.Text;
using FsCheck;
using FsCheck.Fluent;
using NUnit.Framework;
using Tarn.Drivers;
using Tarn.Kernel;
using Tarn.Monitor;

namespace Tarn.Tests.Host.Monitoring;

/// <summary>What keys do to a line, and what a row of a screen shows of it.</summary>
[TestFixture]
public sealed class LineTests
{
    private static readonly KeyEvent[] Keys =
    [
        .. "abcdefgh ijß€😀z  ".EnumerateRunes().Select(character => new KeyEvent(Key.None, character)),
        .. new[] { Key.Left, Key.Right, Key.Home, Key.End, Key.Up, Key.Down, Key.Delete, Key.F1 }.Select(key => new KeyEvent(key)),
        new(Key.Backspace, new Rune('\b')), new(Key.Tab, new Rune('\t')), new(Key.LeftShift, default, KeyModifiers.LeftShift),
        .. "abdefknpuwx".Select(letter => new KeyEvent(Key.None, new Rune(letter), KeyModifiers.LeftControl)),
        new(Key.Left, default, KeyModifiers.None, KeyAction.Released), new(Key.Left, default, KeyModifiers.None, KeyAction.Repeated),
        new(Key.Enter, new Rune('\n')), new(Key.None, new Rune('c'), KeyModifiers.LeftControl),
    ];

    [TestCase("abc\x1b[D\x1b[DX", "aXbc")]
    [TestCase("abc\x1b[HX\x1b[FY", "XabcY")]
    [TestCase("abc\x1b[D\x7f\x1b[3~", "a")]
    [TestCase("one two\x17", "one ")]
    [TestCase("abc\x1b[D\x0b", "ab")]
    [TestCase("abc\x1b[D\x15", "c")]
    [TestCase("abc\x01X\x05Y", "XabcY")]
    [TestCase("ab\tc", "ab      c")]
    [TestCase("\x1bOP\x18", "[F1][Ctrl+x]")]
    [TestCase("one\rtwo\rx\x1b[A\x1b[A", "one")]
    [TestCase("one\rtwo\rx\x1b[A\x1b[A\x1b[A\x1b[B\x1b[B", "x")]
    [TestCase("one\rone\r\r\x1b[A\x1b[A", "one")]
    [TestCase("abc\x03x", "x")]
    public void IsEditedAsTyped(string typed, string expected)
    {
        var editor = new LineEditor();
        foreach (var key in KeysOf(typed))
        {
            Press(editor, key);
        }

        Assert.That(TextOf(editor), Is.EqualTo(expected));
    }

    [Test]
    public void WhatDoesNotFitIsDropped()
    {
        var editor = new LineEditor();
        for (var count = 0; count < LineEditor.Capacity + 10; count++)
        {
            Assert.That(editor.Press(new KeyEvent(Key.None, new Rune('a'))), Is.EqualTo(count < LineEditor.Capacity ? LineEdit.Changed : LineEdit.Refused));
        }

        Assert.That(editor.Text.Length, Is.EqualTo(LineEditor.Capacity));
        Assert.That(editor.Press(new KeyEvent(Key.F1)), Is.EqualTo(LineEdit.Refused));
    }

    /// <summary>Any keys in any order: the line is that of the model, and the row shows it, with the cursor in its place.</summary>
    [Test]
    public void BehavesAsTheModelAndIsShown() =>
        Prop.ForAll(Gen.Choose(0, Keys.Length - 1).ListOf(300).ToArbitrary(), indices => Compare(indices.Select(index => Keys[index])))
            .Check(Config.QuickThrowOnFailure.WithMaxTest(400));

    /// <summary>Lines that are longer than the row: mostly characters, and ways along the line.</summary>
    [Test]
    public void LongLinesAreShownAroundTheCursor()
    {
        var keys = Keys.Where(key => key.IsText || key.Key is Key.Left or Key.Home or Key.End or Key.Right).ToArray();
        Prop.ForAll(Gen.Choose(0, keys.Length - 1).ListOf(400).ToArbitrary(), indices => Compare(indices.Select(index => keys[index])))
            .Check(Config.QuickThrowOnFailure.WithMaxTest(200));
    }

    [Test]
    public void AKeyCostsFewBytes()
    {
        var row = new ModelRow();
        var view = new LineView(row);
        var editor = new LineEditor();
        view.Begin();
        foreach (var key in KeysOf("echo hello"))
        {
            Press(editor, key);
            var before = row.Bytes;
            view.Show(editor.Text, editor.Cursor);
            Assert.That(row.Bytes - before, Is.EqualTo(1));
        }
    }

    [Test]
    public void NothingIsAllocatedForAKey()
    {
        var view = new LineView(new NullSink());
        var editor = new LineEditor();
        Type();
        var before = GC.GetAllocatedBytesForCurrentThread();
        Type();
        Assert.That(GC.GetAllocatedBytesForCurrentThread(), Is.EqualTo(before));

        void Type()
        {
            for (var round = 0; round < 40; round++)
            {
                foreach (ref readonly var key in Keys.AsSpan())
                {
                    if (editor.Press(key) == LineEdit.Accepted)
                    {
                        view.End();
                        editor.Keep();
                        view.Begin();
                    }

                    view.Show(editor.Text, editor.Cursor);
                }
            }
        }
    }

    private static void Compare(IEnumerable<KeyEvent> keys)
    {
        var editor = new LineEditor();
        var model = new ModelLine();
        var row = new ModelRow();
        var view = new LineView(row);
        view.Begin();
        foreach (var key in keys)
        {
            switch (editor.Press(key))
            {
                case LineEdit.Accepted:
                    model.Keep();
                    editor.Keep();
                    view.End();
                    view.Begin();
                    break;
                case LineEdit.Abandoned:
                    model.Clear();
                    editor.Clear();
                    view.End();
                    view.Begin();
                    break;
                default:
                    if (key.IsDown)
                    {
                        model.Press(key);
                    }

                    break;
            }

            view.Show(editor.Text, editor.Cursor);
            Assert.That(TextOf(editor), Is.EqualTo(model.Text));
            Assert.That(editor.Cursor, Is.EqualTo(model.Cursor));
            AssertShown(row, editor);
        }
    }

    /// <summary>A row of the whole line where it fits; else some of it, with the character before the cursor before the cursor.</summary>
    private static void AssertShown(ModelRow row, LineEditor editor)
    {
        const int PromptLength = 2;
        if (editor.Text.Length < LineView.Width)
        {
            Assert.That(row.Text, Is.EqualTo(("> " + TextOf(editor)).TrimEnd(' ')));
            Assert.That(row.Cursor, Is.EqualTo(editor.Cursor + PromptLength));
            return;
        }

        var first = editor.Cursor - (row.Cursor - PromptLength);
        Assert.That(first, Is.InRange(0, editor.Text.Length));
        var shown = editor.Text[first..Math.Min(editor.Text.Length, first + LineView.Width)];
        Assert.That(row.Text, Is.EqualTo(("> " + string.Concat(shown.ToArray())).TrimEnd(' ')));
    }

    private static void Press(LineEditor editor, in KeyEvent key)
    {
        switch (editor.Press(key))
        {
            case LineEdit.Accepted:
                editor.Keep();
                break;
            case LineEdit.Abandoned:
                editor.Clear();
                break;
        }
    }

    private static string TextOf(LineEditor editor) => string.Concat(editor.Text.ToArray());

    private static List<KeyEvent> KeysOf(string typed)
    {
        var decoder = default(TerminalKeyDecoder);
        var keys = new List<KeyEvent>();
        foreach (var value in Encoding.UTF8.GetBytes(typed))
        {
            decoder.Push(value);
            while (decoder.TryTake(out var key))
            {
                keys.Add(key);
            }
        }

        return keys;
    }

    private sealed class NullSink : IConsoleSink
    {
        public void Write(ReadOnlySpan<byte> text)
        {
        }
    }
}
