using Tarn.Sdk.Tool.Metadata;

namespace Tarn.Sdk.Tool.InterruptSafety;

/// <summary>
/// Which functions are meant: a symbol of assembly or of the compiler's contract (<c>RhpThrowEx</c>), or a method by its full name
/// (<c>Tarn.Kernel.Panic.Fail</c>), whatever its overloads and type arguments. A star at the end stands for the rest of the name: after a
/// type's name and a dot, for all its methods.
/// </summary>
internal sealed class FunctionPattern
{
    private readonly string _text;
    private readonly bool _isStart;

    public FunctionPattern(string text)
    {
        _isStart = text.EndsWith('*');
        _text = text.TrimEnd('*');
    }

    /// <summary>Whether a function goes by such a name.</summary>
    public bool Matches(FunctionNames names, ulong start) => names.MatchNamesOf(start).Any(Matches);

    /// <summary>Whether it is such a name.</summary>
    public bool Matches(string name)
    {
        // The names of nested types are not those of their types' methods.
        return _isStart ? name.StartsWith(_text, StringComparison.Ordinal) : name == _text;
    }

    /// <inheritdoc/>
    public override string ToString() => _isStart ? _text + "*" : _text;

    /// <summary>What patterns are compared with: a method's full name, arity left out.</summary>
    public static string NameOf(ManagedMethod method) => GenericNames.RemoveArity(method.TypeName).Replace('+', '.') + "." + method.Name;
}
