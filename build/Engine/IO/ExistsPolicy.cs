namespace Nuke.Common.IO;

/// <summary>What copying and moving do where the destination exists.</summary>
[Flags]
public enum ExistsPolicy
{
    /// <summary>Fail at a directory.</summary>
    DirectoryFail = 1,

    /// <summary>Put the contents together.</summary>
    DirectoryMerge = 2,

    /// <summary>Fail at a file.</summary>
    FileFail = 4,

    /// <summary>Keep the file at the destination.</summary>
    FileSkip = 8,

    /// <summary>Replace the file at the destination.</summary>
    FileOverwrite = 16,

    /// <summary>Replace the file at the destination if it is the older one.</summary>
    FileOverwriteIfNewer = 32,

    /// <summary>Fail at either.</summary>
    Fail = DirectoryFail | FileFail,

    /// <summary>Merge directories and keep files.</summary>
    MergeAndSkip = DirectoryMerge | FileSkip,

    /// <summary>Merge directories and replace files.</summary>
    MergeAndOverwrite = DirectoryMerge | FileOverwrite,

    /// <summary>Merge directories and replace older files.</summary>
    MergeAndOverwriteIfNewer = DirectoryMerge | FileOverwriteIfNewer,
}
