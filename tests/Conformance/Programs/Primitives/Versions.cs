using System;

namespace Tarn.Conformance;

/// <summary>Version: numbers, comparison, text.</summary>
public static class Versions
{
    public static void Run()
    {
        Version[] versions = [new(), new(1, 2), new(1, 2, 3), new(1, 2, 3, 4), new("1.10"), new("1.2.0"), new(1, 2, 3, 0x10002)];
        foreach (var version in versions)
        {
            Console.WriteLine($"{version} {version.Major} {version.Minor} {version.Build} {version.Revision} {version.MajorRevision} {version.MinorRevision} {version.GetHashCode()} {version.Equals(version.Clone())}");
        }

        Array.Sort(versions);
        Console.WriteLine(string.Join<Version>(" ", versions));
        Console.WriteLine($"{new Version(1, 2) < new Version(1, 2, 0)} {new Version(2, 0) >= new Version(1, 9, 9)} {new Version(1, 0) == new Version("1.0")} {new Version(1, 0) != null} {(Version?)null < new Version()}");
        Console.WriteLine($"{versions[2].CompareTo(null)} {versions[^1].ToString(2)} [{versions[^1].ToString(0)}] {versions[^1],12}|");
        foreach (var text in (string[])["1", "1.2", "1.2.3", "1.2.3.4", "1.2.3.4.5", "", "1.x", "1.-2", "1.99999999999", " 1 . 2 ", "1..2"])
        {
            Console.Write($"[{text}] {Version.TryParse(text, out var parsed)} {parsed} ");
            try
            {
                Console.WriteLine(Version.Parse(text));
            }
            catch (Exception exception)
            {
                Console.WriteLine($"{exception.GetType().Name}: {exception.Message}");
            }
        }

        try
        {
            Console.WriteLine(new Version(1, -2));
        }
        catch (ArgumentOutOfRangeException exception)
        {
            Console.WriteLine(exception.Message);
        }

        try
        {
            Console.WriteLine(new Version(1, 2).ToString(3));
        }
        catch (ArgumentException exception)
        {
            Console.WriteLine(exception.Message);
        }
    }
}
