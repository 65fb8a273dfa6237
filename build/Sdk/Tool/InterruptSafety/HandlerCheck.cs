using Iced.Intel;
using Tarn.Sdk.Tool.Diagnostics;
using Tarn.Sdk.Tool.Dwarf;
using Tarn.Sdk.Tool.Elf;
using Tarn.Sdk.Tool.MachineCode;
using Tarn.Sdk.Tool.Metadata;

namespace Tarn.Sdk.Tool.InterruptSafety;

/// <summary>The check of a linked image: that no code which runs on an interrupt of a device does what such code must not.</summary>
internal sealed class HandlerCheck
{
    private readonly ElfFile _file;
    private readonly ManagedProgram _managed;
    private readonly SourcePathMap _sourcePaths;
    private readonly HandlerDeclarations _declarations;
    private readonly CodeImage _image;
    private readonly SymbolNames _symbols;
    private readonly FunctionNames _names;
    private readonly List<BuildError> _errors = [];

    /// <param name="file">The image.</param>
    /// <param name="managed">The assemblies that it is compiled from.</param>
    /// <param name="declarations">What is declared about its handlers.</param>
    /// <param name="sourcePaths">Where recorded source paths are on this machine.</param>
    public HandlerCheck(
        ElfFile file, ManagedProgram managed, HandlerDeclarations declarations, SourcePathMap sourcePaths)
    {
        _file = file;
        _managed = managed;
        _declarations = declarations;
        _sourcePaths = sourcePaths;
        _image = new CodeImage(file);
        _symbols = new SymbolNames(managed);
        _names = new FunctionNames(_image, _symbols);
        Report = Run();
    }

    /// <summary>What is wrong; empty where the image passes.</summary>
    public IReadOnlyList<BuildError> Errors => _errors;

    /// <summary>What the handlers cost with which nothing is wrong.</summary>
    public HandlerReport Report { get; }

    private HandlerReport Run()
    {
        if (_image.AddressOf(InterruptPath.HandlerTable) is not { } tableStart || _image.AddressOf(InterruptPath.Stubs) is not { } stubs)
        {
            return WithoutInterrupts();
        }

        var table = new AddressRange(tableStart, _image.EndOfData(tableStart));
        var preserving = InterruptPath.PreservingRegisters.Select(_image.AddressOf).OfType<ulong>();
        var analyzer = new FlowAnalyzer(_image, table, preserving);
        var lines = new LineTable(_file);
        var handlers = FindHandlers(new CodeReferences(_image, table), analyzer, table, lines);
        var program = new HandlerProgram(_image, analyzer, _symbols, _names, ForbiddenFunctions.For(_managed), _declarations.IndirectCalls);
        CheckDeclarations(program);

        var stub = new HandlerWalk(
            program, new HandlerRoot("stub", EntriesOf(stubs)) { Subject = "the interrupt stub", CallsHandlers = true });
        var walks = handlers.FindAll(root => root.Exemption is null).ConvertAll(root => (Root: root, Walk: new HandlerWalk(program, root)));
        var exemptions = handlers.Select(root => root.Exemption).OfType<UncheckedHandler>().Distinct().ToList();
        var findings = stub.Findings.Concat(walks.SelectMany(walk => walk.Walk.Findings)).ToList();
        if (findings.Count != 0)
        {
            var inlined = new InlinedCalls(_managed, _symbols, _image.Functions.SelectMany(function => function.Symbols));
            _errors.AddRange(new HandlerFindingExplainer(program, _symbols, inlined, lines, _sourcePaths).Explain(findings));
        }

        return stub.Findings.Count == 0
            ? HandlerReport.Of(program, EntriesOf(stubs), stub, walks.Where(walk => walk.Walk.Findings.Count == 0), exemptions, lines)
            : HandlerReport.Empty;
    }

    private HandlerReport WithoutInterrupts()
    {
        // Nothing to prove, provided that there really is nothing: not that it is called something else now.
        var pattern = new FunctionPattern("Tarn.Arch.X86_64.*");
        var remains = _image.Functions.FirstOrDefault(function =>
            function.Symbols.Any(symbol => symbol.Contains("ClaimedHandler", StringComparison.Ordinal)
                || symbol.Contains("InterruptVectors", StringComparison.Ordinal))
            && pattern.Matches(_names, function.Start));
        if (remains is not null)
        {
            Add($"the image has interrupt handlers, and not both of {InterruptPath.Stubs} and {InterruptPath.HandlerTable}, "
                + $"by which they are found: there is {_names.Display(remains.Start)}");
        }

        return HandlerReport.Empty;
    }

    /// <summary>What the table can hold, and every other instantiation of the class that claims are kept in.</summary>
    private List<HandlerRoot> FindHandlers(CodeReferences references, FlowAnalyzer analyzer, AddressRange range, LineTable lines)
    {
        var table = new HandlerTable(_image, references, analyzer, range);
        foreach (var (site, problem) in table.Problems)
        {
            Add(
                $"what is stored in the table of interrupt handlers is not known, because of {_names.Display(site)}: {problem}",
                lines.Find(site) is { } line ? line with { File = _sourcePaths.ToLocal(line.File) } : null);
        }

        var unclaimed = new FunctionPattern(InterruptPath.Unclaimed);
        if (!table.Stored.Keys.Any(address => unclaimed.Matches(_names, address)))
        {
            Add($"{InterruptPath.Unclaimed} was not seen to be stored in the table of interrupt handlers, as it is in every image");
        }

        var claimed = new FunctionPattern(InterruptPath.ClaimedHandlers);
        var claims = _image.Functions
            .Where(function => function.Symbols.Any(symbol => symbol.Contains("ClaimedHandler", StringComparison.Ordinal)))
            .Select(function => function.Start)
            .Where(address => claimed.Matches(_names, address));
        return
        [
            .. table.Stored.Keys
                .Union(claims)
                .SelectMany(address => HandlerNamesOf(address).Select(name => (Name: name, Address: address)))
                .GroupBy(handler => handler.Name)
                .OrderBy(group => group.Key, StringComparer.Ordinal)
                .Select(group => new HandlerRoot(group.Key, [.. group.Select(handler => handler.Address).Order()])
                {
                    Exemption = _declarations.UncheckedHandlers.FirstOrDefault(handler => handler.Name == GenericNames.RemoveArguments(group.Key)),
                }),
        ];
    }

    /// <summary>The handlers' types that a function in the table serves: several, where code was folded.</summary>
    private IEnumerable<string> HandlerNamesOf(ulong address)
    {
        var claimed = new FunctionPattern(InterruptPath.ClaimedHandlers);
        var types = _names.SymbolsOf(address)
            .Where(symbol => _symbols.MethodsOf(symbol).Any(method => claimed.Matches(FunctionPattern.NameOf(method))))
            .Select(symbol => _symbols.TypeArgumentsOf(symbol).OfType)
            .Where(arguments => arguments.Count == 1)
            .Select(arguments => arguments[0].FullDisplay)
            .Distinct()
            .ToList();
        return types.Count != 0 ? types : [_names.Display(address)];
    }

    /// <summary>The stubs are entered wherever code begins in them that no code before it runs into.</summary>
    private List<ulong> EntriesOf(ulong stubs)
    {
        var entries = new List<ulong>();
        if (_image.FunctionAt(stubs) is not { } function)
        {
            return entries;
        }

        var decoder = new CodeDecoder(_image);
        var isEntry = true;
        for (var address = function.Start; address < function.End;)
        {
            var instruction = decoder.At(address);
            var isPadding = instruction.Mnemonic is Mnemonic.Int3 or Mnemonic.INVALID;
            if (isEntry && !isPadding)
            {
                entries.Add(address);
            }

            isEntry = isPadding || instruction.FlowControl == FlowControl.UnconditionalBranch;
            address += (ulong)Math.Max(instruction.Length, 1);
        }

        return entries;
    }

    private void CheckDeclarations(HandlerProgram program)
    {
        foreach (var declaration in _declarations.IndirectCalls)
        {
            if (!_image.Functions.Any(function => declaration.Function.Matches(_names, function.Start)))
            {
                // A part of the component that this image does not use.
                continue;
            }

            foreach (var target in declaration.Targets)
            {
                if (!_image.Functions.Any(function => target.Matches(_names, function.Start)))
                {
                    _errors.Add(new BuildError(
                        BuildErrorCode.DeclarationWrong,
                        $"the declared indirect call in {declaration.Function} names the target {target}, and the image has no such "
                        + "function: it was inlined, or is called something else"));
                }
            }
        }
    }

    private void Add(string text, SourceLocation? location = null) =>
        _errors.Add(new BuildError(BuildErrorCode.HandlersUnknown, text) { Location = location });
}
