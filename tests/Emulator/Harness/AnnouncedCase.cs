using Tarn.Testing.Protocol;

namespace Tarn.Tests.Emulator.Harness;

/// <summary>A case that the kernel announced.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Flags">What the kernel knows of it.</param>
/// <param name="WillRun">Whether the kernel is going to run it unasked.</param>
public sealed record AnnouncedCase(string Name, CaseFlags Flags, bool WillRun);
