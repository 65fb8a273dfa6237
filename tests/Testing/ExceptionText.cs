using System;
using Tarn.Names;

namespace Tarn.Testing;

/// <summary>What there is to say of an exception, here in the kernel: names where the image has them, addresses where it has not.</summary>
/// <remarks>Does not allocate, but for a message that is put together when it is asked for.</remarks>
internal static class ExceptionText
{
    private const int LongestTypeName = 160;

    /// <summary>How many frames of its way the exception remembers.</summary>
    public static int KnownFramesOf(Exception exception) => Math.Min(exception.FrameCount, Exception.MaximumFrames);

    /// <summary>How many frames it went through besides.</summary>
    public static int UnknownFramesOf(Exception exception) => exception.FrameCount - KnownFramesOf(exception);

    /// <summary>Appends type and message.</summary>
    public static void Append(ref MessageBuilder text, Exception exception)
    {
        Span<char> name = stackalloc char[LongestTypeName];
        if (ImageNames.TryFormatTypeOf(exception, name, out var length))
        {
            text.Append(name.Slice(0, length));
        }
        else
        {
            // As Exception.ToString() says where types have no names.
            text.Append("an exception"u8);
        }

        text.Append(": "u8);
        try
        {
            text.Append(exception.Message);
        }
        catch (Exception)
        {
            // It is the harness that asks for the message, and a message that throws must not end more than its case.
            text.Append("(its message throws)"u8);
        }
    }

    /// <summary>Appends a frame's place: the address and, where it is known, the method and the distance from its start.</summary>
    /// <param name="text">Where to.</param>
    /// <param name="exception">The exception.</param>
    /// <param name="index">From 0, where it was thrown; less than <see cref="KnownFramesOf"/>.</param>
    public static void AppendFrame(ref MessageBuilder text, Exception exception, int index)
    {
        var address = (ulong)exception.GetFrameAddress(index);
        text.AppendAddress(address);
        if (ImageNames.AreLinked)
        {
            var names = ImageNames.Table;
            if (names.TryFindMethod(address, out var method))
            {
                text.Append(" "u8);
                var reader = names.Read(method);
                while (reader.TryRead(out var value))
                {
                    text.Append(new ReadOnlySpan<byte>(in value));
                }

                text.Append("+"u8);
                text.AppendAddress(address - method.Start);
            }
        }
    }
}
