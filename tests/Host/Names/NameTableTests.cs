using System.Text;
using NUnit.Framework;
using Tarn.Names;
using Tarn.Sdk.Tool.Names;

namespace Tarn.Tests.Host.Names;

/// <summary>What the build writes, the kernel reads: every name, from every address; and of a damaged table nothing but nonsense.</summary>
[TestFixture]
public sealed class NameTableTests
{
    private const ulong CodeStart = 0xFFFF_FFFF_8020_2000, DataStart = 0xFFFF_FFFF_8020_D4F0;

    // A name, which may be cut, of a type and of a method, and the dot between them.
    private const int LongestText = (2 * NameReader.MaximumLength) + 1;

    [TestCase(0, 1)]
    [TestCase(1, 20)]
    [TestCase(2, 20)]
    [TestCase(10, 20)]
    [TestCase(200, 10)]
    [TestCase(1500, 1)]
    public void EveryNameIsFoundFromEveryAddress(int count, int seeds)
    {
        for (var seed = 1; seed <= seeds; seed++)
        {
            var image = RandomImage.Create(seed, count, CodeStart, DataStart);
            var table = new NameTable(image.Write());
            for (var index = 0; index < image.Methods.Count; index++)
            {
                var method = image.Methods[index];
                var end = index + 1 < image.Methods.Count ? image.Methods[index + 1].Address : image.CodeEnd;
                foreach (var address in new[] { method.Address, method.Address + ((end - method.Address) / 2), end - 1 })
                {
                    Assert.That(FindMethod(table, address), Is.EqualTo(RandomImage.TextOf(method)), $"seed {seed}, method {index}");
                    if (table.TryFindMethod(address, out var found))
                    {
                        Assert.That(found.Start, Is.EqualTo(method.Address));
                    }
                }
            }

            foreach (var type in image.Types)
            {
                Assert.That(FindType(table, type.Address, hasParameters: true), Is.EqualTo(type.Name), $"seed {seed}");
                Assert.That(FindType(table, type.Address, hasParameters: false), Is.EqualTo(type.Name.Split('[')[0]), $"seed {seed}");
            }
        }
    }

    [TestCase(0)]
    [TestCase(1)]
    [TestCase(50)]
    public void NothingIsFoundElsewhere(int count)
    {
        var image = RandomImage.Create(7, count, CodeStart, DataStart);
        var table = new NameTable(image.Write());
        foreach (var address in new ulong[] { 0, 1, CodeStart - 1, image.CodeEnd, image.CodeEnd + 1, CodeStart + 0x4000_0000, ulong.MaxValue })
        {
            Assert.That(FindMethod(table, address), Is.Null, $"0x{address:x}");
        }

        foreach (var address in new ulong[] { 0, 1, DataStart - 8, image.Types.LastOrDefault()?.Address + 8 ?? DataStart, ulong.MaxValue }
            .Concat(image.Types.Select(type => type.Address + 1)))
        {
            Assert.That(FindType(table, address, hasParameters: false), Is.Null, $"0x{address:x}");
        }
    }

    [Test]
    public void CodeWithoutANameHasNone()
    {
        NamedMethod[] methods = [new(CodeStart, null, "first"), new(CodeStart + 5, null, ""), new(CodeStart + 64, "A.B", "Run()")];
        var table = new NameTable(NameTableWriter.Write(methods, CodeStart + 70, []));

        Assert.That(FindMethod(table, CodeStart + 4), Is.EqualTo("first"));
        Assert.That(FindMethod(table, CodeStart + 5), Is.Null);
        Assert.That(FindMethod(table, CodeStart + 63), Is.Null);
        Assert.That(FindMethod(table, CodeStart + 64), Is.EqualTo("A.B.Run()"));
    }

    [Test]
    public void AMethodIsWrittenAsDotNetDoes()
    {
        NamedMethod[] methods = [new(CodeStart, "A.Outer`1+Inner[T]", "Map[U](T, U[])")];
        NamedType[] types = [new(DataStart, "A.Outer`1+Inner[T]")];
        var table = new NameTable(NameTableWriter.Write(methods, CodeStart + 1, types));

        Assert.That(FindMethod(table, CodeStart), Is.EqualTo("A.Outer`1.Inner.Map[U](T, U[])"));
        Assert.That(FindType(table, DataStart, hasParameters: false), Is.EqualTo("A.Outer`1+Inner"));
        Assert.That(FindType(table, DataStart, hasParameters: true), Is.EqualTo("A.Outer`1+Inner[T]"));
    }

    /// <summary>The form of the table is a contract between the build and the kernel: this is one, byte by byte.</summary>
    [Test]
    public void HasTheFormThatIsDescribed()
    {
        NamedMethod[] methods = [new(CodeStart, "A", "b"), new(CodeStart + 32, "A", "a"), new(CodeStart + 39, null, "A")];
        NamedType[] types = [new(DataStart, "b"), new(DataStart + 24, "a")];

        byte[] expected =
        [
            .. "TNM1"u8, 67, 0, 0, 0,
            0x00, 0x20, 0x20, 0x80, 0xFF, 0xFF, 0xFF, 0xFF, 41, 0, 0, 0, 54, 0, 0, 0,
            0xF0, 0xD4, 0x20, 0x80, 0xFF, 0xFF, 0xFF, 0xFF, 2, 0, 4, 0, 0, 0, 255, 4, 255, 0,
            0, (byte)'A', (byte)'a', (byte)'b',
            0, 3, 0, 3, 2, 0,
            1, 0,
            3, 2, 0, 3, 0, 4, 2, 0,
            0, 1, 15, 1, 0,
        ];
        Assert.That(NameTableWriter.Write(methods, CodeStart + 41, types), Is.EqualTo(expected));
    }

    [Test]
    public void TheSameNamesGiveTheSameTableInWhateverOrder()
    {
        var image = RandomImage.Create(3, 500, CodeStart, DataStart);
        var shuffled = image.Methods.ToArray();
        new Random(1).Shuffle(shuffled);

        Assert.That(NameTableWriter.Write(shuffled, image.CodeEnd, image.Types.Reverse()), Is.EqualTo(image.Write()));
    }

    [TestCase('a')]
    [TestCase('ß')]
    [TestCase('字')]
    public void ANameThatIsTooLongIsCutAtTheBorderOfACharacter(char character)
    {
        var name = "x" + new string(character, NameReader.MaximumLength);
        NamedMethod[] methods = [new(CodeStart, name, name)];
        var text = FindMethod(new NameTable(NameTableWriter.Write(methods, CodeStart + 1, [])), CodeStart)!;

        var half = text[..((text.Length - 1) / 2)];
        Assert.That(text, Is.EqualTo($"{half}.{half}"));
        Assert.That(name, Does.StartWith(half));
        Assert.That(Encoding.UTF8.GetByteCount(half), Is.InRange(NameReader.MaximumLength - 2, NameReader.MaximumLength));
    }

    [Test]
    public void MoreTypesThanATableHoldsAreRefused()
    {
        var types = Enumerable.Range(0, ushort.MaxValue + 1).Select(index => new NamedType(DataStart + ((ulong)index * 8), "T"));

        Assert.That(() => NameTableWriter.Write([], 0, types), Throws.InvalidOperationException);
    }

    [TestCase(0)]
    [TestCase(3)]
    [TestCase(NameTable.HeaderLength - 1)]
    [TestCase(NameTable.HeaderLength)]
    [TestCase(-1)]
    public void APartOfATableIsNone(int length)
    {
        var whole = RandomImage.Create(1, 20, CodeStart, DataStart).Write();
        var table = new NameTable(whole.AsSpan(0, length < 0 ? whole.Length + length : length));

        Assert.That(table.IsEmpty);
        Assert.That(table.TryFindMethod(CodeStart, out _), Is.False);
        Assert.That(table.TryFindType(DataStart, out _), Is.False);
    }

    [Test]
    public void WhatIsNoTableIsNone()
    {
        var bytes = RandomImage.Create(1, 20, CodeStart, DataStart).Write();
        bytes[0]++;

        Assert.That(new NameTable(bytes).IsEmpty);
    }

    /// <summary>A few bytes overwritten, or all but the start: the look-up may find anything, and has to end without a throw.</summary>
    [Test]
    public void ADamagedTableEndsEveryLookUp()
    {
        var random = new Random(11);
        var image = RandomImage.Create(5, 60, CodeStart, DataStart);
        var sound = image.Write();
        for (var round = 0; round < 4000; round++)
        {
            var bytes = sound.ToArray();
            if (round % 2 == 0)
            {
                for (var count = random.Next(1, 20); count > 0; count--)
                {
                    bytes[random.Next(8, bytes.Length)] = (byte)random.Next(256);
                }
            }
            else
            {
                random.NextBytes(bytes.AsSpan(random.Next(8, NameTable.HeaderLength)));
            }

            var table = new NameTable(bytes);
            foreach (var method in image.Methods)
            {
                Assert.That(FindMethod(table, method.Address)?.Length ?? 0, Is.LessThanOrEqualTo(4 * LongestText));
            }

            foreach (var type in image.Types)
            {
                Assert.That(FindType(table, type.Address, hasParameters: true)?.Length ?? 0, Is.LessThanOrEqualTo(4 * LongestText));
            }
        }
    }

    /// <summary>A rule that stands for itself has no end.</summary>
    [TestCase(0, 0)]
    [TestCase(0, 1)]
    [TestCase(1, 0)]
    public void ARuleThatContainsItselfEnds(int left, int right)
    {
        NamedMethod[] methods = [.. Enumerable.Range(0, 30).Select(index => new NamedMethod(CodeStart + ((ulong)index * 16), null, "abab"))];
        var bytes = NameTableWriter.Write(methods, CodeStart + 480, []);
        var literals = bytes[34];
        for (var rule = 0; rule < bytes[36]; rule++)
        {
            var place = NameTable.HeaderLength + literals + (rule * NameTable.RuleLength);
            int[] codes = [left == 0 ? literals + rule : 1, right == 0 ? literals + rule : 1];
            bytes[place] = (byte)codes[0];
            bytes[place + 1] = (byte)(codes[1] << 4);
            bytes[place + 2] = (byte)(codes[1] >> 4);
        }

        Assert.That(bytes[36], Is.Positive);
        Assert.That(FindMethod(new NameTable(bytes), CodeStart)!.Length, Is.LessThanOrEqualTo(4 * LongestText));
    }

    private static string? FindMethod(NameTable table, ulong address) =>
        table.TryFindMethod(address, out var found) ? Read(table.Read(found)) : null;

    private static string? FindType(NameTable table, ulong address, bool hasParameters) =>
        table.TryFindType(address, out var found) ? Read(table.Read(found, hasParameters)) : null;

    private static string Read(NameReader reader)
    {
        var bytes = new List<byte>();
        while (reader.TryRead(out var value))
        {
            bytes.Add(value);
        }

        return Encoding.UTF8.GetString([.. bytes]);
    }
}
