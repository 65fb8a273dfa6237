using Internal.Runtime;
using System.Diagnostics;
using System.Runtime.CompilerServices;

namespace System;

/// <summary>The base of everything that can be thrown.</summary>
/// <remarks>The text of a stack trace and the names of types come from tables that an image may leave out; there is no <c>Data</c> and no
/// <c>HResult</c>.</remarks>
public class Exception
{
    /// <summary>How many frames of its way an exception remembers: those nearest to the throw. They are part of the object, so that throwing it
    /// needs no memory.</summary>
    internal const int MaximumFrames = 24;

    private readonly string? _message;
    private Exception? _innerException;
    private int _frameCount;
    private Frames _frames;

    public Exception()
    {
    }

    public Exception(string? message)
    {
        _message = message;
    }

    public Exception(string? message, Exception? innerException)
    {
        _message = message;
        _innerException = innerException;
    }

    /// <summary>What went wrong, in words. Never null; a panic prints it.</summary>
    public virtual string Message => _message ?? DefaultMessage;

    /// <summary>The exception that caused this one, or null.</summary>
    public Exception? InnerException => _innerException;

    private string DefaultMessage => TypeName is { } name
        ? string.Concat("Exception of type '", name, "' was thrown.")
        : "An exception was thrown that carries no message.";

    private unsafe string? TypeName => TypeNameWriter.ToString(this.GetMethodTable(), isDefinitionBare: false);

    /// <summary>
    /// The methods that the exception went through, from where it was thrown to where it was caught: the first
    /// <see cref="MaximumFrames"/> of them, a line each, as .NET writes them. Null for one that was not thrown, or is thrown in an image without
    /// an unwinder.
    /// </summary>
    public virtual string? StackTrace => _frameCount == 0 ? null : StackTraceText.Of(new StackTrace(this));

    /// <summary>The end of the chain of <see cref="InnerException"/>.</summary>
    public virtual Exception GetBaseException()
    {
        var last = this;
        while (last._innerException is { } inner)
        {
            last = inner;
        }

        return last;
    }

    public new Type GetType() => base.GetType();

    /// <summary>Type, message, inner exceptions and stack trace. Of an exception whose type has no name in this image it says "An exception".</summary>
    public override string ToString()
    {
        var text = TypeName ?? "An exception";
        if (Message is { Length: > 0 } message)
        {
            text = string.Concat(text, ": ", message);
        }

        if (_innerException is not null)
        {
            text = string.Concat(text, "\n ---> ", _innerException.ToString(), "\n   --- End of inner exception stack trace ---");
        }

        return StackTrace is { } trace ? string.Concat(text, "\n", trace) : text;
    }

    /// <summary>For an exception that was made before what caused it happened.</summary>
    internal void SetInnerException(Exception exception) => _innerException = exception;

    /// <summary>How many frames the exception went through since it was thrown, its handler's included; more than it remembers, perhaps.</summary>
    internal int FrameCount => _frameCount;

    /// <summary>An address inside the instruction that a frame was at: a call, or what faulted.</summary>
    /// <param name="index">From 0, where it was thrown; below <see cref="FrameCount"/> and <see cref="MaximumFrames"/>.</param>
    internal nint GetFrameAddress(int index) => _frames[index];

    /// <summary>The unwinder: the exception is thrown, and not thrown again by <c>throw;</c>.</summary>
    internal void BeginStackTrace() => _frameCount = 0;

    /// <summary>The unwinder: the exception goes through a frame.</summary>
    internal void AppendToStackTrace(ulong address)
    {
        var index = _frameCount++;
        if ((uint)index < MaximumFrames)
        {
            _frames[index] = (int)address;
        }
    }

    // The lower halves of addresses of code: an image lies in the top 2 GiB of the address space, so the upper halves are the sign.
    [InlineArray(MaximumFrames)]
    private struct Frames
    {
        private int _first;
    }
}
