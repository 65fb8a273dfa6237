using Tarn.Sdk.Tool.MachineCode;
using Tarn.Sdk.Tool.Metadata;

namespace Tarn.Sdk.Tool.InterruptSafety;

/// <summary>An image under the check: its code, the names in it, what is forbidden and what is declared.</summary>
internal sealed class HandlerProgram
{
    private readonly FlowAnalyzer _analyzer;
    private readonly IReadOnlyList<ForbiddenFunction> _forbidden;
    private readonly IReadOnlyList<DeclaredIndirectCall> _declarations;
    private readonly SymbolNames _symbols;
    private readonly Dictionary<ulong, FunctionFlow> _flows = [];
    private readonly Dictionary<ulong, ForbiddenFunction?> _forbiddenAt = [];
    private readonly Dictionary<ulong, bool> _canReturn = [];

    public HandlerProgram(
        CodeImage image,
        FlowAnalyzer analyzer,
        SymbolNames symbols,
        FunctionNames names,
        IReadOnlyList<ForbiddenFunction> forbidden,
        IReadOnlyList<DeclaredIndirectCall> declarations)
    {
        Image = image;
        Names = names;
        _analyzer = analyzer;
        _symbols = symbols;
        _forbidden = forbidden;
        _declarations = declarations;
    }

    /// <summary>The image.</summary>
    public CodeImage Image { get; }

    /// <summary>What its functions are called.</summary>
    public FunctionNames Names { get; }

    /// <summary>What control can do in a function.</summary>
    public FunctionFlow FlowOf(ulong function)
    {
        if (!_flows.TryGetValue(function, out var flow))
        {
            _flows[function] = flow = _analyzer.Analyze(function);
        }

        return flow;
    }

    /// <summary>The entry of the list of forbidden functions that the code at an address is on, or null.</summary>
    public ForbiddenFunction? ForbiddenAt(ulong address)
    {
        if (!_forbiddenAt.TryGetValue(address, out var found))
        {
            _forbiddenAt[address] = found = _forbidden.FirstOrDefault(entry => entry.Pattern.Matches(Names, address));
        }

        return found;
    }

    /// <summary>Whether the code at an address is for a machine that is broken already, and not looked into.</summary>
    public bool IsStop(ulong address) => ForbiddenFunctions.StackCookieFailure.Matches(Names, address);

    /// <summary>Whether a function is not looked into.</summary>
    public bool EndsWay(ulong address) => IsStop(address) || ForbiddenAt(address) is not null;

    /// <summary>Whether a dangerous instruction is one of those that are allowed where they are.</summary>
    public bool IsAllowed(ulong function, Hazard hazard) => InterruptPath.Allowed
        .Any(allowed => allowed.Hazard == hazard.Kind && Names.SymbolsOf(function).Contains(allowed.Function));

    /// <summary>The declaration that a function's indirect calls have, or null.</summary>
    public DeclaredIndirectCall? DeclarationFor(ulong function) =>
        _declarations.FirstOrDefault(declaration => declaration.Function.Matches(Names, function));

    /// <summary>The functions of the image that a declaration names as targets.</summary>
    public IReadOnlyList<ulong> TargetsOf(DeclaredIndirectCall declaration) =>
    [
        .. Image.Functions
            .Select(function => function.Start)
            .Where(function => declaration.Targets.Any(target => target.Matches(Names, function))),
    ];

    /// <summary>Whether a call of a function can come back.</summary>
    public bool CanReturn(ulong function)
    {
        if (!_canReturn.TryGetValue(function, out var canReturn))
        {
            // A cycle of jumps alone never returns.
            _canReturn[function] = false;
            var flow = FlowOf(function);
            canReturn = flow.Returns || flow.Transfers.Any(transfer => transfer.Kind == TransferKind.Jump
                && (transfer.Targets.Count == 0 || transfer.Targets.Any(target => Image.IsCode(target) && CanReturn(target))));
            _canReturn[function] = canReturn;
        }

        return canReturn;
    }

    /// <summary>An indirect call in words.</summary>
    public string Describe(Transfer transfer)
    {
        const string interfaceCell = "__InterfaceDispatchCell_";
        if (transfer.Datum is { } datum && datum.StartsWith(interfaceCell, StringComparison.Ordinal))
        {
            var method = _symbols.DisplayStart(datum[interfaceCell.Length..]);
            return method is null ? "a call through an interface" : $"a call of {method} through the interface";
        }

        return $"{(transfer.Kind == TransferKind.Call ? "a call" : "a jump")} to wherever {transfer.Datum ?? transfer.Operand} points";
    }
}
