using System;

namespace Tarn.Kernel;

/// <summary>A frame of physical memory was given back by someone who did not have it.</summary>
public sealed class FrameMisuseException : InvalidOperationException
{
    /// <summary>Makes an exception.</summary>
    public FrameMisuseException(string message, PhysicalFrame<Size4KiB> frame)
        : base(message) => Frame = frame;

    /// <summary>The frame.</summary>
    public PhysicalFrame<Size4KiB> Frame { get; }
}
