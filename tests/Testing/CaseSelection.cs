using System;
using Tarn.Kernel;
using Tarn.Testing.Protocol;

namespace Tarn.Testing;

/// <summary>
/// Which cases the command line selects for a kernel that runs alone; the words are <see cref="TestRunner{TCases,TPlatform}"/>'s.
/// </summary>
internal readonly ref struct CaseSelection
{
    private readonly ReadOnlySpan<byte> _filter;
    private readonly ReadOnlySpan<byte> _only;
    private readonly int _from;
    private readonly bool _hasFilter;
    private readonly bool _hasOnly;

    public CaseSelection(CommandLine commandLine)
    {
        _hasFilter = commandLine.TryGetValue("test.filter"u8, out _filter);
        _hasOnly = commandLine.TryGetValue("test.only"u8, out _only);
        _from = commandLine.TryGetValue("test.from"u8, out var from) ? ParseIndex(from) : 0;
    }

    /// <summary>Whether a case is selected. One that needs a kernel of its own is so only by its name.</summary>
    public bool Has(int index, ReadOnlySpan<byte> name, CaseFlags flags)
    {
        if (_hasOnly)
        {
            return name.SequenceEqual(_only);
        }

        return index >= _from
            && (flags & (CaseFlags.Isolated | CaseFlags.ShouldPanic)) == 0
            && (!_hasFilter || TextPattern.IsFoundIn(name, _filter));
    }

    /// <summary>A number in decimal digits; what is none selects nothing, so that a slip shows.</summary>
    private static int ParseIndex(ReadOnlySpan<byte> text)
    {
        var value = 0;
        foreach (var digit in text)
        {
            if (digit is < (byte)'0' or > (byte)'9' || value > FrameFormat.MaximumCases)
            {
                return int.MaxValue;
            }

            value = (10 * value) + (digit - '0');
        }

        return text.Length == 0 ? int.MaxValue : value;
    }
}
