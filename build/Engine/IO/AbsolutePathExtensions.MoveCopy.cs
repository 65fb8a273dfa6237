namespace Nuke.Common.IO;

/// <content>Copying and moving.</content>
public static partial class AbsolutePathExtensions
{
    private const ExistsPolicy FilePolicies =
        ExistsPolicy.FileFail | ExistsPolicy.FileSkip | ExistsPolicy.FileOverwrite | ExistsPolicy.FileOverwriteIfNewer;

    /// <summary>Copies the file or directory to the path <paramref name="target"/>.</summary>
    /// <exception cref="InvalidOperationException">The target exists and the policy is to fail.</exception>
    public static AbsolutePath Copy(this AbsolutePath source, AbsolutePath target, ExistsPolicy policy = ExistsPolicy.Fail) =>
        Transfer(source, target, policy, (from, to) => File.Copy(from, to, overwrite: true));

    /// <summary>Copies the file or directory into the directory <paramref name="target"/>.</summary>
    /// <exception cref="InvalidOperationException">The target exists and the policy is to fail.</exception>
    public static AbsolutePath CopyToDirectory(this AbsolutePath source, AbsolutePath target, ExistsPolicy policy = ExistsPolicy.Fail) =>
        source.Copy(target / source.Name, policy);

    /// <summary>Moves the file or directory to the path <paramref name="target"/>.</summary>
    /// <exception cref="InvalidOperationException">The target exists and the policy is to fail.</exception>
    public static AbsolutePath Move(this AbsolutePath source, AbsolutePath target, ExistsPolicy policy = ExistsPolicy.Fail)
    {
        Transfer(source, target, policy, (from, to) => File.Move(from, to, overwrite: true));
        RemoveEmptyDirectories(source);
        return target;
    }

    /// <summary>Moves the file or directory into the directory <paramref name="target"/>.</summary>
    /// <exception cref="InvalidOperationException">The target exists and the policy is to fail.</exception>
    public static AbsolutePath MoveToDirectory(this AbsolutePath source, AbsolutePath target, ExistsPolicy policy = ExistsPolicy.Fail) =>
        source.Move(target / source.Name, policy);

    private static AbsolutePath Transfer(AbsolutePath source, AbsolutePath target, ExistsPolicy policy, Action<string, string> transferFile)
    {
        if (!source.DirectoryExists())
        {
            Assert.FileExists(source);
            if (!target.FileExists() || MayReplace(source, target, policy))
            {
                target.Parent?.CreateDirectory();
                transferFile(source, target);
            }

            return target;
        }

        Assert.False(source.Contains(target), $"'{target}' lies inside '{source}', from which it would be filled");
        Assert.True(
            !target.DirectoryExists() || policy.HasFlag(ExistsPolicy.DirectoryMerge),
            $"There is a folder '{target}' already");
        target.CreateDirectory();
        foreach (var entry in source.GetDirectories().Concat(source.GetFiles()).ToList())
        {
            Transfer(entry, target / entry.Name, policy, transferFile);
        }

        return target;
    }

    private static bool MayReplace(AbsolutePath source, AbsolutePath target, ExistsPolicy policy)
    {
        switch (policy & FilePolicies)
        {
            case ExistsPolicy.FileSkip:
                return false;
            case ExistsPolicy.FileOverwrite:
                return true;
            case ExistsPolicy.FileOverwriteIfNewer:
                return File.GetLastWriteTimeUtc(target) < File.GetLastWriteTimeUtc(source);
            case ExistsPolicy.FileFail:
                Assert.Fail($"There is a file '{target}' already");
                return false;
            default:
                throw new ArgumentOutOfRangeException(nameof(policy), policy, "Exactly one policy for files is needed");
        }
    }

    // Files that the policy left behind keep their directory.
    private static void RemoveEmptyDirectories(AbsolutePath directory)
    {
        if (!directory.DirectoryExists())
        {
            return;
        }

        foreach (var child in directory.GetDirectories().ToList())
        {
            RemoveEmptyDirectories(child);
        }

        if (!Directory.EnumerateFileSystemEntries(directory).Any())
        {
            Directory.Delete(directory);
        }
    }
}
