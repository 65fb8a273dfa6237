namespace Tarn.Tests.Mutations;

/// <summary>A copy of the sources that is kept from run to run, so that little of it has to be compiled again.</summary>
internal static class SourceMirror
{
    // What a clone does not have.
    private static readonly string[] LeftOut = [".git", ".nuke", "artifacts", "bin", "obj"];

    /// <summary>Makes the copy equal to the original. Files that are equal already are not touched.</summary>
    public static void Update(string original, string copy)
    {
        Directory.CreateDirectory(copy);
        var files = Directory.EnumerateFiles(original).Select(file => Path.GetFileName(file)!).ToHashSet();
        foreach (var file in files)
        {
            Write(Path.Combine(copy, file), File.ReadAllBytes(Path.Combine(original, file)));
        }

        foreach (var file in Directory.EnumerateFiles(copy).Where(file => !files.Contains(Path.GetFileName(file))))
        {
            File.Delete(file);
        }

        var folders = Directory.EnumerateDirectories(original).Select(folder => Path.GetFileName(folder)!).Except(LeftOut).ToHashSet();
        foreach (var folder in folders)
        {
            Update(Path.Combine(original, folder), Path.Combine(copy, folder));
        }

        foreach (var folder in Directory.EnumerateDirectories(copy).Where(folder => !folders.Contains(Path.GetFileName(folder)) && !LeftOut.Contains(Path.GetFileName(folder))))
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static void Write(string path, byte[] bytes)
    {
        if (!File.Exists(path) || !File.ReadAllBytes(path).AsSpan().SequenceEqual(bytes))
        {
            File.WriteAllBytes(path, bytes);
        }
    }
}
