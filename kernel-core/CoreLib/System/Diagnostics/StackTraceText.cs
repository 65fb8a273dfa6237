using System.Text;
using Internal.Runtime;
using Tarn.Names;

namespace System.Diagnostics;

/// <summary>Writes stack traces as .NET does: <c>   at Namespace.Type.Method(ParameterTypes)</c>, without names of parameters and source
/// lines.</summary>
internal static class StackTraceText
{
    private const int PieceLength = 64;

    /// <summary>The lines of a trace, without a line break at the end.</summary>
    internal static string Of(StackTrace trace)
    {
        var text = new StringBuilder();
        foreach (var address in trace.Addresses)
        {
            if (text.Length > 0)
            {
                text.Append('\n');
            }

            text.Append("   at ");
            AppendPlace(text, address);
        }

        return text.ToString();
    }

    /// <summary>The text that a reader of names reads.</summary>
    internal static string ToString(NameReader reader)
    {
        var text = new StringBuilder();
        Append(text, reader);
        return text.ToString();
    }

    private static void AppendPlace(StringBuilder text, nint address)
    {
        if (ImageNames.AreLinked)
        {
            var table = ImageNames.Table;
            if (table.TryFindMethod((ulong)address, out var method))
            {
                Append(text, table.Read(method));
                return;
            }
        }

        text.Append("0x").Append(((ulong)address).ToString("x"));
    }

    private static void Append(StringBuilder text, NameReader reader)
    {
        Span<char> piece = stackalloc char[PieceLength];
        var decoder = default(Utf8Characters);
        var length = 0;
        while (reader.TryRead(out var value))
        {
            length += decoder.Add(value, piece.Slice(length));
            if (length > PieceLength - Utf8Characters.MaximumAtOnce)
            {
                text.Append(piece.Slice(0, length));
                length = 0;
            }
        }

        text.Append(piece.Slice(0, length));
    }
}
