namespace Tarn.Sdk.Tool.Commands;

/// <summary>
/// The file that keeps all a program printed. One that an earlier run left is removed, so that it is never taken for this one's.
/// </summary>
internal sealed class RunLog
{
    private readonly string? _path;

    /// <param name="path">The file, or null to keep nothing.</param>
    public RunLog(string? path)
    {
        _path = path;
        if (path is not null)
        {
            File.Delete(path);
        }
    }

    /// <summary>Writes what was printed.</summary>
    public void Write(string text)
    {
        if (_path is not null)
        {
            File.WriteAllText(_path, text);
        }
    }
}
