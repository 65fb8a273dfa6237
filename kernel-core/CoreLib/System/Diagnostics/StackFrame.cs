using Tarn.Names;

namespace System.Diagnostics;

/// <summary>A method that was under way, and where in it. An image has no source lines and no IL: those are unknown here.</summary>
public class StackFrame
{
    public const int OFFSET_UNKNOWN = -1;

    /// <param name="address">An address inside of the instruction that the frame is about.</param>
    internal StackFrame(nint address)
    {
        Address = address;
    }

    internal nint Address { get; }

    public virtual int GetILOffset() => OFFSET_UNKNOWN;

    /// <summary>How many bytes of code are before that place in the method; unknown where the image has no names.</summary>
    public virtual int GetNativeOffset() =>
        ImageNames.AreLinked && ImageNames.Table.TryFindMethod((ulong)Address, out var method)
            ? (int)((ulong)Address - method.Start)
            : OFFSET_UNKNOWN;

    public virtual string? GetFileName() => null;

    public virtual int GetFileLineNumber() => 0;

    public virtual int GetFileColumnNumber() => 0;

    public override string ToString() => string.Concat(
        DiagnosticMethodInfo.Create(this)?.Name ?? "<null>",
        " at offset ",
        GetNativeOffset() is var offset and >= 0 ? offset.ToString() : "<offset unknown>",
        " in file:line:column <filename unknown>:0:0\n");
}
