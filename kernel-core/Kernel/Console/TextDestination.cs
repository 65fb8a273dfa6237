namespace Tarn.Kernel;

/// <summary>Where a <see cref="TextBuilder"/> sends what it has put together.</summary>
internal enum TextDestination : byte
{
    /// <summary>To the console, under its lock.</summary>
    Console,

    /// <summary>To every sink, under no lock: a panic's message.</summary>
    Panic,
}
