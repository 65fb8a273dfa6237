using System;

namespace Tarn.Kernel;

/// <summary>The kernel has halted the processor; on a host test's thread it gets no further either.</summary>
internal sealed class ProcessorHaltedException() : Exception("The processor was halted.");
