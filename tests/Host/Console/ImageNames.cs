namespace Tarn.Names;

/// <summary>Stands in for the image: its names are what a test says.</summary>
internal static class ImageNames
{
    public static bool AreLinked { get; set; }

    public static byte[] Bytes { get; set; } = [];

    public static NameTable Table => new(Bytes);
}
