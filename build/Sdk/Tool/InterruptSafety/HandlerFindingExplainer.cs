using Tarn.Sdk.Tool.Diagnostics;
using Tarn.Sdk.Tool.Dwarf;
using Tarn.Sdk.Tool.Metadata;

namespace Tarn.Sdk.Tool.InterruptSafety;

/// <summary>Says in the words of the build what a handler does, and at which line.</summary>
internal sealed class HandlerFindingExplainer(
    HandlerProgram program, SymbolNames symbols, InlinedCalls inlined, LineTable lines, SourcePathMap sourcePaths)
{
    private const string Arrow = " -> ";

    /// <summary>How many further ways an error names at most.</summary>
    private const int MaximumFurther = 3;

    private readonly FunctionPattern _claimedHandlers = new(InterruptPath.ClaimedHandlers);

    /// <summary>The errors for what was found: one for each handler and rule.</summary>
    public IEnumerable<BuildError> Explain(IEnumerable<HandlerFinding> findings) =>
        findings.GroupBy(finding => (finding.Root.Name, finding.Rule)).Select(group => Explain([.. group]));

    private BuildError Explain(IReadOnlyList<HandlerFinding> findings)
    {
        var (frames, text) = Follow(findings[0]);
        List<string> related = [.. frames.Where(frame => frame.Location is not null).Select(frame => $"at {frame.Location}: in {frame.Name}")];
        var further = findings.Skip(1).Select(finding => Follow(finding).Text).Distinct().Where(other => other != text).ToList();
        related.AddRange(further.Take(MaximumFurther).Select(other => $"also {other}"));
        if (further.Count > MaximumFurther)
        {
            related.Add($"and in {further.Count - MaximumFurther} more ways");
        }

        // The line to blame is the last of the handler's own component: where it goes wrong from there is listed below.
        var located = frames.Where(frame => frame.Location is not null).ToList();
        var own = located.Find(frame => frame.Assembly is not null)?.Assembly;
        var blamed = located.FindLast(frame => frame.Assembly == own) ?? located.LastOrDefault();
        return new BuildError(findings[0].Rule.Code, $"{findings[0].Root.Subject} {findings[0].Rule.Verb}: {text}")
        {
            Location = blamed?.Location,
            Related = related,
        };
    }

    /// <summary>
    /// The methods on the way, those between that were inlined too, each with the line at which the way goes on; and the whole way in one
    /// line.
    /// </summary>
    private (IReadOnlyList<Frame> Frames, string Text) Follow(HandlerFinding finding)
    {
        var frames = new List<Frame>();
        var end = finding.End;
        foreach (var step in finding.Steps)
        {
            var line = lines.Find(step.Site) is { } found ? found with { File = sourcePaths.ToLocal(found.File) } : (SourceLocation?)null;
            var uses = UsesOf(finding, step, line);
            if (finding.IndirectCall is not null && uses is [.., { } call])
            {
                end = DescribeIndirect(call) ?? end;
            }

            var methods = program.Names.MethodsOf(step.From);
            frames.Add(new Frame(
                program.Names.Display(step.From),
                program.Names.Display(step.From, isShort: true),
                uses is [{ Location: { } exact }, ..] ? exact : line,
                methods is [var method, ..] && !_claimedHandlers.Matches(FunctionPattern.NameOf(method)) ? method.Assembly : null));
            frames.AddRange(uses.Skip(1).Select(use => new Frame(
                use.Method.DisplayName,
                use.Method.DisplayName[SymbolNames.NamespaceLength(use.Method.TypeName)..],
                use.Location,
                use.Method.Assembly)));
        }

        var names = frames.Select(frame => frame.ShortName);
        if (finding.Steps is [.., { To: { } last }])
        {
            names = names.Append(program.Names.Display(last, isShort: true));
        }
        else if (finding.Steps.Count == 0)
        {
            names = [program.Names.Display(finding.Root.Entries[0], isShort: true)];
        }

        return (frames, $"{string.Join(Arrow, names)} ({end})");
    }

    private IReadOnlyList<CodeUse> UsesOf(HandlerFinding finding, HandlerStep step, SourceLocation? line)
    {
        if (program.Names.SymbolOf(step.From) is not { } symbol || symbols.MethodsOf(symbol).Count == 0)
        {
            return [];
        }

        if (step.To is { } target)
        {
            return inlined.Find(symbol, line, inlined.CallOf(program.Names.SymbolsOf(target), program.Names.MethodsOf(target)));
        }

        return finding.IndirectCall is null
            ? []
            : inlined.Find(symbol, line, (assembly, instruction) => inlined.DescribeIndirect(assembly, instruction) is not null);
    }

    private string? DescribeIndirect(CodeUse call)
    {
        var body = call.Method.Assembly.Body(call.Method.Handle)!;
        var instruction = InstructionReader.Read(body).First(instruction => instruction.Offset == call.Offset);
        return inlined.DescribeIndirect(call.Method.Assembly, instruction);
    }

    /// <summary>A method on the way.</summary>
    /// <param name="Name">Its name.</param>
    /// <param name="ShortName">Its name without the namespace.</param>
    /// <param name="Location">The line at which the way goes on.</param>
    /// <param name="Assembly">The assembly that it is from; null for assembly language, and for the method that a claim stores.</param>
    private sealed record Frame(string Name, string ShortName, SourceLocation? Location, ManagedAssembly? Assembly);
}
