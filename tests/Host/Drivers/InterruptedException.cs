using System;

namespace Tarn.Tests.Host.Drivers;

/// <summary>A fault strikes in the middle of a driver, and the code that it struck never goes on.</summary>
internal sealed class InterruptedException() : Exception("Interrupted here.");
