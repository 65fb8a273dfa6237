using System.Globalization;
using System.Text.RegularExpressions;
using NUnit.Framework;
using Tarn.Pipeline;
using Tarn.Tests.Emulator.Machine;

namespace Tarn.Tests.Emulator.Documentation;

/// <summary>What docs/performance.md shows of the images: code, sizes, and what parts of the kernel take. (Its figures are BenchmarkTests'.)</summary>
[TestFixture]
public sealed partial class PerformanceDocumentationTests
{
    private const double Tolerance = 0.03;

    private static string Root { get; } = Path.GetFullPath(Path.Combine(Images.Directory, "..", ".."));

    private static string PageFile => Path.Combine(Root, "docs", "performance.md");

    private static string Page => File.ReadAllText(PageFile);

    [Test]
    public void TheListingsAreWhatTheImagesHave()
    {
        IgnoreIfDebug();
        if (Environment.GetEnvironmentVariable("TARN_UPDATE_LISTINGS") is not null)
        {
            File.WriteAllText(PageFile, Listing().Replace(Page, Renew));
        }

        var listings = Listing().Matches(Page);
        Assert.That(listings, Has.Count.EqualTo(5));
        Assert.Multiple(() =>
        {
            foreach (Match listing in listings)
            {
                var (image, function) = (listing.Groups["image"].Value, listing.Groups["function"].Value);
                var expected = MachineListing.Of(Path.Combine(Images.Directory, image), function);
                var shown = MachineListing.WithoutComments(listing.Groups["code"].Value.Split('\n'));
                Assert.That(shown, Is.EqualTo(expected), () => $"{image} {function}:\n{string.Join('\n', expected)}");
            }
        });
    }

    /// <summary>A heading that counts is right about the listing below it, on the way without a branch taken.</summary>
    [Test]
    public void TheHeadingsCountRight()
    {
        var headings = CountingHeading().Matches(Page);
        Assert.That(headings, Has.Count.EqualTo(4));
        foreach (Match heading in headings)
        {
            var code = MachineListing.WithoutComments(Listing().Match(Page, heading.Index).Groups["code"].Value.Split('\n'));
            var count = code.TakeWhile(line => line != "ret").Count(line => !line.EndsWith(':'));
            Assert.That(count, Is.EqualTo(int.Parse(heading.Groups[1].Value, CultureInfo.InvariantCulture)), heading.Value);
        }
    }

    [Test]
    public void TheSizesAreThoseOfTheImage()
    {
        IgnoreIfDebug();
        var parts = ImageSizes.Of(Images.Reference);
        var shown = SizeRow().Matches(Page[Page.IndexOf("<!-- sizes -->", StringComparison.Ordinal)..Page.IndexOf("<!-- /sizes -->", StringComparison.Ordinal)])
            .Where(row => row.Groups[1].Value is not "all")
            .ToDictionary(row => row.Groups[1].Value, row => long.Parse(row.Groups[2].Value, CultureInfo.InvariantCulture));
        Assert.That(shown.Keys, Is.EquivalentTo(parts.Keys));
        foreach (var (part, size) in parts)
        {
            Assert.That((double)shown[part], Is.EqualTo((double)size).Within(Math.Max(64, size * Tolerance)), part);
        }
    }

    [Test]
    public void TheKernelWithoutItsPartsIsAsLargeAsShown()
    {
        IgnoreIfDebug();
        AssertIsShown("all of it", Images.Reference);
        AssertIsShown("without the monitor", Images.WithoutMonitor);
        AssertIsShown("without the names of functions", Images.ReferenceWithoutNames);
        AssertIsShown("without the unwinder", Images.ReferenceWithoutUnwinder);
    }

    /// <summary>The listing as the image has it; comments stay with the instructions that stay, in their order.</summary>
    private static string Renew(Match listing)
    {
        var shown = listing.Groups["code"].Value.Split('\n').ToList();
        var text = $"```asm\n# {listing.Groups["image"].Value} {listing.Groups["function"].Value}\n";
        foreach (var line in MachineListing.Of(Path.Combine(Images.Directory, listing.Groups["image"].Value), listing.Groups["function"].Value))
        {
            var same = shown.FindIndex(candidate => MachineListing.WithoutComments([candidate]).SequenceEqual([line]));
            text += (same >= 0 ? shown[same] : line.EndsWith(':') ? line : $"    {line}") + "\n";
            shown.RemoveRange(0, same + 1);
        }

        return text + "```";
    }

    private static void AssertIsShown(string row, string image)
    {
        var shown = Regex.Match(Page, $@"^\| {row}[^|]* \| ([0-9,]+) \|$", RegexOptions.Multiline);
        Assert.That(shown.Success, Is.True, row);
        var size = new ElfImage(image).StrippedSize;
        Assert.That(double.Parse(shown.Groups[1].Value, NumberStyles.AllowThousands, CultureInfo.InvariantCulture), Is.EqualTo((double)size).Within(size * Tolerance), row);
    }

    private static void IgnoreIfDebug()
    {
        if (Images.AreDebug)
        {
            Assert.Ignore("The page is about optimised images.");
        }
    }

    [GeneratedRegex(@"```asm\n# (?<image>\S+) (?<function>\S+)\n(?<code>.+?)\n```", RegexOptions.Singleline)]
    private static partial Regex Listing();

    [GeneratedRegex("^### .+: ([0-9]+) instructions and a return$", RegexOptions.Multiline)]
    private static partial Regex CountingHeading();

    [GeneratedRegex(@"^\| ([^|]+) \| ([0-9]+) \|", RegexOptions.Multiline)]
    private static partial Regex SizeRow();
}
