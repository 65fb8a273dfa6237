using System.Runtime.CompilerServices;

namespace Tarn.Names;

/// <summary>Reads one name of a <see cref="NameTable"/>, byte by byte. Allocates nothing, throws nothing, and comes to an end whatever the
/// table holds.</summary>
public ref struct NameReader
{
    /// <summary>No name is longer, in bytes of UTF-8: the build cuts it.</summary>
    public const int MaximumLength = 1000;

    /// <summary>How deep rules lie inside each other on their left side, at most.</summary>
    public const int MaximumDepth = 16;

    // A rule for each byte but one: a tree's inner nodes. Type and method are two names.
    private const int MaximumSteps = 2 * 2 * MaximumLength;

    private readonly NameTable _table;
    private int _position;
    private int _methodPosition;
    private bool _isBeforeParameters;
    private int _stepsLeft;
    private int _depth;
    private PendingCodes _pending;

    /// <summary>Begins to read a type's name, or that of a type and then that of a method.</summary>
    /// <param name="table">The table.</param>
    /// <param name="typePosition">Where the type's name is; 0 if there is none.</param>
    /// <param name="methodPosition">Where the method's name is; 0 if there is none.</param>
    /// <param name="hasParameters">Whether the names of the type's own parameters are read.</param>
    internal NameReader(NameTable table, int typePosition, int methodPosition, bool hasParameters)
    {
        _table = table;
        _position = typePosition != 0 ? typePosition : methodPosition;
        _methodPosition = typePosition != 0 ? methodPosition : 0;
        _isBeforeParameters = typePosition != 0 && !hasParameters;
        _stepsLeft = MaximumSteps;
        _depth = 0;
        _pending = default;
    }

    /// <summary>Reads the next byte.</summary>
    /// <param name="value">A byte of UTF-8.</param>
    /// <returns>Whether there was one.</returns>
    public bool TryRead(out byte value)
    {
        while (_stepsLeft > 0)
        {
            _stepsLeft--;
            var code = _depth > 0 ? _pending[--_depth] : _table.ReadCode(ref _position);
            if (!_table.IsLiteral(code, out value))
            {
                if (_depth + 2 > MaximumDepth)
                {
                    break;
                }

                _table.Expand(code, out var left, out var right);
                _pending[_depth++] = (ushort)right;
                _pending[_depth++] = (ushort)left;
                continue;
            }

            if (code != NameTable.End && !(_isBeforeParameters && value == (byte)'['))
            {
                // In front of a method, nested types are separated as namespaces are: so does .NET.
                value = value == (byte)'+' && _methodPosition != 0 ? (byte)'.' : value;
                return true;
            }

            if (_methodPosition == 0)
            {
                break;
            }

            _position = _methodPosition;
            _methodPosition = 0;
            _isBeforeParameters = false;
            _depth = 0;
            value = (byte)'.';
            return true;
        }

        _stepsLeft = 0;
        value = 0;
        return false;
    }

    [InlineArray(MaximumDepth)]
    private struct PendingCodes
    {
        private ushort _first;
    }
}
