using System.Security.Cryptography;
using System.Text;

namespace Nuke.Common.IO;

/// <summary>What can be done with the file or directory at a path.</summary>
public static partial class AbsolutePathExtensions
{
    private static readonly UTF8Encoding s_encoding = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Whether there is a file.</summary>
    public static bool FileExists(this AbsolutePath path) => File.Exists(path);

    /// <summary>Whether there is a directory.</summary>
    public static bool DirectoryExists(this AbsolutePath path) => Directory.Exists(path);

    /// <summary>Makes the directory and its parents, if they are not there.</summary>
    public static AbsolutePath CreateDirectory(this AbsolutePath path)
    {
        Directory.CreateDirectory(path);
        return path;
    }

    /// <summary>Makes the directory, and empties it if it is there.</summary>
    public static AbsolutePath CreateOrCleanDirectory(this AbsolutePath path)
    {
        path.DeleteDirectory();
        return path.CreateDirectory();
    }

    /// <summary>Makes an empty file, or renews the time of the one that is there.</summary>
    public static AbsolutePath TouchFile(this AbsolutePath path, DateTime? time = null, bool createDirectories = true)
    {
        if (createDirectories)
        {
            path.Parent?.CreateDirectory();
        }

        if (!path.FileExists())
        {
            File.WriteAllBytes(path, []);
        }

        File.SetLastWriteTime(path, time ?? DateTime.Now);
        return path;
    }

    /// <summary>Removes the file, if it is there.</summary>
    public static void DeleteFile(this AbsolutePath path)
    {
        if (path.FileExists())
        {
            File.SetAttributes(path, FileAttributes.Normal);
            File.Delete(path);
        }
    }

    /// <summary>Removes the directory with all that is in it, if it is there.</summary>
    public static void DeleteDirectory(this AbsolutePath path)
    {
        if (!path.DirectoryExists())
        {
            return;
        }

        if (OperatingSystem.IsWindows())
        {
            // Windows removes no file that is marked as read-only.
            foreach (var file in Directory.EnumerateFiles(path, "*", SearchOption.AllDirectories))
            {
                File.SetAttributes(file, FileAttributes.Normal);
            }
        }

        Directory.Delete(path, recursive: true);
    }

    /// <summary>The files in the directory, in the order of their names.</summary>
    public static IEnumerable<AbsolutePath> GetFiles(this AbsolutePath path, string pattern = "*") =>
        Directory.EnumerateFiles(path, pattern).Order(StringComparer.Ordinal).Select(AbsolutePath.Create);

    /// <summary>The directories in the directory, in the order of their names.</summary>
    public static IEnumerable<AbsolutePath> GetDirectories(this AbsolutePath path, string pattern = "*") =>
        Directory.EnumerateDirectories(path, pattern).Order(StringComparer.Ordinal).Select(AbsolutePath.Create);

    /// <summary>The path with another extension.</summary>
    public static AbsolutePath WithExtension(this AbsolutePath path, string extension) =>
        AbsolutePath.Create(Path.ChangeExtension(path, extension));

    /// <summary>The text of the file.</summary>
    public static string ReadAllText(this AbsolutePath path, Encoding? encoding = null) => File.ReadAllText(path, encoding ?? s_encoding);

    /// <summary>The lines of the file.</summary>
    public static string[] ReadAllLines(this AbsolutePath path, Encoding? encoding = null) =>
        File.ReadAllLines(path, encoding ?? s_encoding);

    /// <summary>The bytes of the file.</summary>
    public static byte[] ReadAllBytes(this AbsolutePath path) => File.ReadAllBytes(path);

    /// <summary>
    /// Writes the file, and its directory if that is not there. The text ends with exactly one line break unless said otherwise.
    /// </summary>
    public static AbsolutePath WriteAllText(this AbsolutePath path, string content, Encoding? encoding = null, bool? eofLineBreak = null)
    {
        path.Parent?.CreateDirectory();
        if (eofLineBreak ?? true)
        {
            content = content.TrimEnd('\r', '\n') + (content.Contains("\r\n") ? "\r\n" : "\n");
        }

        File.WriteAllText(path, content, encoding ?? s_encoding);
        return path;
    }

    /// <summary>Writes the lines to the file.</summary>
    public static AbsolutePath WriteAllLines(this AbsolutePath path, IEnumerable<string> lines, Encoding? encoding = null) =>
        path.WriteAllText(string.Join(Environment.NewLine, lines), encoding);

    /// <summary>Writes the bytes to the file.</summary>
    public static AbsolutePath WriteAllBytes(this AbsolutePath path, byte[] bytes)
    {
        path.Parent?.CreateDirectory();
        File.WriteAllBytes(path, bytes);
        return path;
    }

    /// <summary>The MD5 sum of the file in lower-case hexadecimal digits: it tells contents apart and protects from nothing.</summary>
    public static string GetFileHash(this AbsolutePath path)
    {
        Assert.FileExists(path);
        using var stream = File.OpenRead(path);
#pragma warning disable CA5351 // The algorithm is the contract; nothing secret depends on it.
        return Convert.ToHexStringLower(MD5.HashData(stream));
#pragma warning restore CA5351
    }
}
