using System;
using System.Collections.Generic;
using System.Linq;

namespace Tarn.Conformance;

/// <summary>Guid: made of parts, bytes and text in every format, written, compared, hashed; new ones differ.</summary>
public static class Guids
{
    private static void Try(string title, Func<object> work)
    {
        try
        {
            Console.WriteLine(title + ": " + work());
        }
        catch (Exception exception)
        {
            Console.WriteLine(title + ": " + exception.GetType().Name + ", " + exception.Message);
        }
    }

    public static void Run()
    {
        var guid = new Guid(0x01234567, 0x89AB - 0x10000, 0x4DEF, 1, 2, 3, 4, 5, 6, 7, 0xF8);
        foreach (var format in (string?[])["N", "D", "B", "P", "X", "d", "x", "", null])
        {
            var text = guid.ToString(format);
            Console.WriteLine(text + " " + (Guid.Parse(text) == guid) + " " + (new Guid(text.ToUpperInvariant().Replace('X', 'x')) == guid));
        }

        Console.WriteLine($"{guid} {guid:N} [{guid,40:D}] {guid.Version} {guid.GetHashCode()} {Guid.Empty} {Guid.AllBitsSet}");
        Console.WriteLine(string.Join(",", guid.ToByteArray()) + " " + string.Join(",", guid.ToByteArray(true)));
        Console.WriteLine((new Guid(guid.ToByteArray()) == guid) + " " + new Guid([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16]) + " " + new Guid(guid.ToByteArray(true), true).Equals((object)guid));
        Console.WriteLine(new Guid(1, 2, 3, [4, 5, 6, 7, 8, 9, 10, 11]) + " " + new Guid(0xFFFFFFFF, 0xFFFF, 1, 0, 0, 0, 0, 0, 0, 0, 0));
        Guid[] guids = [guid, Guid.Empty, Guid.AllBitsSet, new("01234567-89ab-4def-0102-030405060708"), new("00000000-ffff-0000-0000-000000000000")];
        Console.WriteLine(string.Join(" ", guids.Order().Select(x => x.ToString()[..13])));
        Console.WriteLine(guid.CompareTo(Guid.Empty) + " " + guid.CompareTo(guid) + " " + Guid.Empty.CompareTo((object)guid) + guid.CompareTo(null) + (guid > Guid.Empty) + (guid <= guids[3]) + (guid != guids[3]));
        Try("hexadecimal", () => new Guid("{0x1,0x2,0x3,{0x4,0x5,0x6,0x7,0x8,0x9,0xa,0xb}}"));
        Try("spaces", () => Guid.Parse("  01234567-89ab-4def-0102-030405060708 "));
        Try("short", () => Guid.Parse("0123"));
        Try("bad digit", () => Guid.Parse("0123456z-89ab-4def-0102-030405060708"));
        Try("null", () => Guid.Parse((string)null!));
        Try("bytes", () => new Guid(new byte[3]));
        Try("format", () => guid.ToString("Q"));
        Try("other", () => guid.CompareTo("text"));
        Console.WriteLine(Guid.TryParse("nothing", out var parsed) + " " + parsed + Guid.TryParse((string?)null, out parsed) + Guid.TryParse("(01234567-89ab-4def-0102-030405060708)", out parsed) + parsed);
        var made = new HashSet<Guid>();
        for (var i = 0; i < 100; i++)
        {
            made.Add(Guid.NewGuid());
        }

        Console.WriteLine(made.Count + " " + made.All(x => x.Version == 4));
        Console.WriteLine(new Dictionary<Guid, string> { [guid] = "found" }[new Guid(guid.ToString())]);
    }
}
