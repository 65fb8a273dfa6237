using Tarn.Sdk.Tool.MachineCode;
using Tarn.Sdk.Tool.Metadata;

namespace Tarn.Sdk.Tool.InterruptSafety;

/// <summary>What the functions of an image are called: in symbols, and in C#.</summary>
internal sealed class FunctionNames(CodeImage image, SymbolNames symbols)
{
    private readonly Dictionary<ulong, IReadOnlyList<string>> _matchNames = [];

    /// <summary>Every symbol that names the code at an address: those of its function, and of whatever it is inside of.</summary>
    public IEnumerable<string> SymbolsOf(ulong address) => image.FunctionsAt(address).SelectMany(function => function.Symbols);

    /// <summary>The methods that the code at an address is compiled from: none for assembly, several where code was folded.</summary>
    public IReadOnlyList<ManagedMethod> MethodsOf(ulong address) => [.. SymbolsOf(address).SelectMany(symbols.MethodsOf).Distinct()];

    /// <summary>The names of the code at an address for <see cref="FunctionPattern"/>.</summary>
    public IReadOnlyList<string> MatchNamesOf(ulong address)
    {
        if (!_matchNames.TryGetValue(address, out var names))
        {
            names = [.. SymbolsOf(address).Concat(MethodsOf(address).Select(FunctionPattern.NameOf)).Distinct()];
            _matchNames[address] = names;
        }

        return names;
    }

    /// <summary>The symbol that names the code at an address best: one of C# before one of assembly. Null where it has none.</summary>
    public string? SymbolOf(ulong address)
    {
        var all = SymbolsOf(address).ToList();
        return all.Find(symbol => symbols.MethodsOf(symbol).Count != 0) ?? all.FirstOrDefault();
    }

    /// <summary>The function at an address in C#, or as its symbol has it; with a distance where the address is not its start.</summary>
    /// <param name="address">The address.</param>
    /// <param name="isShort">Whether the namespace is left out.</param>
    public string Display(ulong address, bool isShort = false)
    {
        if (SymbolOf(address) is not { } symbol)
        {
            return $"0x{address:x}";
        }

        var distance = address - image.FunctionsAt(address).First(function => function.Symbols.Contains(symbol)).Start;
        var name = symbols.Display(symbol, isShort);
        return distance == 0 ? name : $"{name}+0x{distance:x}";
    }
}
