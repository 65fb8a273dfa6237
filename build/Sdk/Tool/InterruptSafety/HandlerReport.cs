using System.Globalization;
using System.Text;
using System.Text.Json;
using Tarn.Sdk.Tool.Dwarf;

namespace Tarn.Sdk.Tool.InterruptSafety;

/// <summary>What the interrupt handlers of an image cost at most.</summary>
/// <param name="ProcessorStackBytes">Bytes of stack that the processor takes before the first instruction.</param>
/// <param name="StubStackBytes">Bytes of stack that the stub takes, the return address of its call included.</param>
/// <param name="StubInstructions">Instructions of the stub, on its way to the handler and back.</param>
/// <param name="Handlers">The handlers, by name.</param>
/// <param name="UncheckedHandlers">What the table of handlers holds besides, and the check leaves alone.</param>
internal sealed record HandlerReport(
    long ProcessorStackBytes,
    long StubStackBytes,
    long StubInstructions,
    IReadOnlyList<HandlerReport.Handler> Handlers,
    IReadOnlyList<UncheckedHandler> UncheckedHandlers)
{
    private static readonly JsonSerializerOptions JsonOptions = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        WriteIndented = true,
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>The report of an image without interrupts.</summary>
    public static HandlerReport Empty { get; } = new(0, 0, 0, [], []);

    /// <summary>Adds up what walks that found nothing wrong have reached.</summary>
    public static HandlerReport Of(
        HandlerProgram program,
        IReadOnlyList<ulong> stubs,
        HandlerWalk stub,
        IEnumerable<(HandlerRoot Root, HandlerWalk Walk)> handlers,
        IReadOnlyList<UncheckedHandler> uncheckedHandlers,
        LineTable lines)
    {
        var stubCosts = new HandlerCosts(program, stub);
        var entries = stubs.Select(stubCosts.Of).ToList();
        var stubStack = entries.Max(cost => cost.StackBytes);
        var stubInstructions = entries.Max(cost => cost.Instructions);
        return new HandlerReport(
            InterruptPath.ProcessorFrameSize,
            stubStack,
            stubInstructions,
            [.. handlers.Select(handler => Handler.Of(
                program, handler.Root, handler.Walk, lines, InterruptPath.ProcessorFrameSize + stubStack, stubInstructions))],
            uncheckedHandlers);
    }

    /// <summary>The report for programs.</summary>
    public string ToJson() => JsonSerializer.Serialize(this, JsonOptions) + "\n";

    /// <summary>The report for readers.</summary>
    /// <param name="image">The image's name.</param>
    public string ToMarkdown(string image)
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"""
            # Interrupt handlers of {image}

            What the build proved and measured over the linked image: `docs/interrupt-safety.md` tells how. Every figure is a worst case.

            Before a handler runs, the processor has taken {ProcessorStackBytes} bytes of stack and the interrupt stub {StubStackBytes}; the stub takes {StubInstructions} instructions. The
            totals include both.

            | handler | stack of its own, bytes | stack in all | instructions of its own | instructions in all |
            |---|---:|---:|---:|---:|

            """);
        foreach (var handler in Handlers)
        {
            var loops = handler.Loops.Count == 0 ? "" : " + loops";
            text.Append(CultureInfo.InvariantCulture,
                $"| `{handler.Name}` | {handler.StackBytes} | {handler.TotalStackBytes} | {handler.Instructions}{loops} | {handler.TotalInstructions}{loops} |\n");
        }

        text.Append("\nThe deepest ways:\n\n");
        foreach (var handler in Handlers)
        {
            text.Append(CultureInfo.InvariantCulture, $"- `{handler.Name}`: {string.Join(" → ", handler.DeepestWay.Select(name => $"`{name}`"))}\n");
        }

        var withLoops = Handlers.Where(handler => handler.Loops.Count != 0).ToList();
        if (withLoops.Count != 0)
        {
            text.Append("\nLoops, each counted as one pass, because how often it is taken is not known:\n\n");
            foreach (var handler in withLoops)
            {
                text.Append(CultureInfo.InvariantCulture, $"- `{handler.Name}`: {string.Join(", ", handler.Loops)}\n");
            }
        }

        var declared = Handlers.SelectMany(handler => handler.DeclaredIndirectCalls).Distinct().ToList();
        if (declared.Count != 0)
        {
            text.Append("\nDeclared indirect calls:\n\n");
            foreach (var call in declared)
            {
                text.Append(CultureInfo.InvariantCulture, $"- {call}\n");
            }
        }

        if (UncheckedHandlers.Count != 0)
        {
            text.Append("\nNot held to the rules:\n\n");
            foreach (var handler in UncheckedHandlers)
            {
                text.Append(CultureInfo.InvariantCulture, $"- `{handler.Name}`: {handler.Reason}\n");
            }
        }

        return text.ToString();
    }

    /// <summary>What one handler costs at most.</summary>
    /// <param name="Name">Its type; where there is none, the function.</param>
    /// <param name="StackBytes">Bytes of stack that it takes itself, with all that it calls.</param>
    /// <param name="TotalStackBytes">The same with what processor and stub take.</param>
    /// <param name="Instructions">Instructions on its longest way, each loop taken once.</param>
    /// <param name="TotalInstructions">The same with those of the stub.</param>
    /// <param name="DeepestWay">The functions on the way that takes the most stack.</param>
    /// <param name="Loops">Loops, with their source lines: where there are any, the count of instructions is no bound.</param>
    /// <param name="DeclaredIndirectCalls">The indirect calls that it can make.</param>
    internal sealed record Handler(
        string Name,
        long StackBytes,
        long TotalStackBytes,
        long Instructions,
        long TotalInstructions,
        IReadOnlyList<string> DeepestWay,
        IReadOnlyList<string> Loops,
        IReadOnlyList<string> DeclaredIndirectCalls)
    {
        /// <summary>Whether the count of instructions is a bound: not where there are loops.</summary>
        public bool AreInstructionsBounded => Loops.Count == 0;

        /// <summary>Adds up one walk.</summary>
        public static Handler Of(
            HandlerProgram program, HandlerRoot root, HandlerWalk walk, LineTable lines, long stackBefore, long instructionsBefore)
        {
            var costs = new HandlerCosts(program, walk);
            var entries = root.Entries.Select(costs.Of).ToList();
            var deepest = entries.MaxBy(cost => cost.StackBytes)!;
            var instructions = entries.Max(cost => cost.Instructions);
            return new Handler(
                root.Name,
                deepest.StackBytes,
                stackBefore + deepest.StackBytes,
                instructions,
                instructionsBefore + instructions,
                [.. deepest.Deepest.Select(address => program.Names.Display(address))],
                [.. entries.SelectMany(cost => cost.Loops).Distinct().Order().Select(loop => LoopText(program, lines, loop)).Distinct()],
                [.. walk.DeclaredCalls
                    .Select(call => $"in {call.Declaration.Function}: {string.Join(", ", call.Declaration.Targets)} ({call.Declaration.Reason})")
                    .Distinct()]);
        }

        private static string LoopText(HandlerProgram program, LineTable lines, ulong address)
        {
            var function = program.Names.Display(program.Image.FunctionAt(address)?.Start ?? address);
            return lines.Find(address) is { } line ? $"{function} ({Path.GetFileName(line.File)}:{line.Line})" : function;
        }
    }
}
