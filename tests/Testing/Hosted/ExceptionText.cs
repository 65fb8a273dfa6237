using System;
using System.Diagnostics;

namespace Tarn.Testing;

/// <summary>What there is to say of an exception, on .NET: methods without addresses.</summary>
internal static class ExceptionText
{
    /// <summary>How many frames of its way the exception remembers.</summary>
    public static int KnownFramesOf(Exception exception) => new StackTrace(exception).FrameCount;

    /// <summary>None: .NET remembers all.</summary>
    public static int UnknownFramesOf(Exception exception) => 0;

    /// <summary>Appends type and message.</summary>
    public static void Append(ref MessageBuilder text, Exception exception)
    {
        text.Append(exception.GetType().FullName);
        text.Append(": "u8);
        text.Append(exception.Message);
    }

    /// <summary>Appends a frame's method.</summary>
    public static void AppendFrame(ref MessageBuilder text, Exception exception, int index) =>
        text.Append(DiagnosticMethodInfo.Create(new StackTrace(exception).GetFrame(index)!)!.Name);
}
