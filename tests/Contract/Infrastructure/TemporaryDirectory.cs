namespace Tarn.Tests.Contract.Infrastructure;

/// <summary>A directory of its own, removed with all it holds.</summary>
internal sealed class TemporaryDirectory : IDisposable
{
    /// <summary>Makes a directory that no one else uses.</summary>
    public TemporaryDirectory() => FullPath = Directory.CreateTempSubdirectory("tarn-contract-").FullName;

    /// <summary>The directory.</summary>
    public string FullPath { get; }

    /// <summary>A file in it.</summary>
    public string File(string name) => Path.Combine(FullPath, name);

    public void Dispose() => Directory.Delete(FullPath, recursive: true);
}
