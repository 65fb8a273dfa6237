using System.Security.Cryptography;
using System.Text;
using Nuke.Common.IO;

/// <summary>What a set of files looks like from outside: two equal states mean that nothing was changed, added or removed.</summary>
internal static class InputState
{
    private static readonly string[] GeneratedDirectories = ["bin", "obj"];

    /// <summary>A hash of every file's name, length and time of change.</summary>
    /// <param name="paths">Files, and folders that are searched to the bottom.</param>
    /// <param name="options">What else the output depends on.</param>
    public static string Of(IEnumerable<AbsolutePath> paths, string options)
    {
        var text = new StringBuilder(options).Append('\n');
        foreach (var file in paths.SelectMany(Files).OrderBy(file => file.FullName, StringComparer.Ordinal))
        {
            text.Append(file.FullName).Append('|').Append(file.Length).Append('|').Append(file.LastWriteTimeUtc.Ticks).Append('\n');
        }

        return Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())));
    }

    private static IEnumerable<FileInfo> Files(AbsolutePath path) =>
        Directory.Exists(path)
            ? new DirectoryInfo(path).EnumerateFiles().Concat(
                new DirectoryInfo(path).EnumerateDirectories().Where(child => !GeneratedDirectories.Contains(child.Name)).SelectMany(child => Files((AbsolutePath)child.FullName)))
            : File.Exists(path) ? [new FileInfo(path)] : [];
}
