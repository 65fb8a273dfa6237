using Serilog.Events;

namespace Nuke.Common.Execution;

/// <summary>Writes what a build shows besides its log: headers of targets, and the summary.</summary>
internal static class BuildReport
{
    private const int StatusWidth = 10;
    private const int DurationWidth = 10;
    private const int HeaderWidth = 60;

    public static void WriteTargetHeader(string name)
    {
        Write(string.Empty);
        Write($"── {name} {new string('─', Math.Max(HeaderWidth - name.Length, 2))}", ConsoleColor.Cyan);
        Write(string.Empty);
    }

    public static void WriteError(string message) => Write(message, ConsoleColor.Red);

    public static void WriteSummary(NukeBuild build)
    {
        WriteWarningsAndErrors();
        WriteTable(build);
        Write(string.Empty);
        var now = DateTime.Now.ToString("yyyy-MM-dd HH:mm:ss");
        if (build.IsSucceeding)
        {
            Write($"Succeeded at {now}.", ConsoleColor.Green);
        }
        else
        {
            WriteError($"Failed at {now}.");
        }
    }

    private static void WriteWarningsAndErrors()
    {
        var entries = Logging.WarningsAndErrors.ToList();
        if (entries.Count == 0)
        {
            return;
        }

        WriteTargetHeader("Errors & Warnings");
        foreach (var (level, target, message) in entries)
        {
            var isError = level >= LogEventLevel.Error;
            var origin = target.Length > 0 ? $"{target}: " : string.Empty;
            Write($"[{(isError ? "ERR" : "WRN")}] {origin}{message}", isError ? ConsoleColor.Red : ConsoleColor.Yellow);
        }
    }

    private static void WriteTable(NukeBuild build)
    {
        var nameWidth = Math.Max(build.ExecutionPlan.Max(x => x.Name.Length) + 4, 19);
        var width = nameWidth + StatusWidth + DurationWidth;

        Write(string.Empty);
        Write(new string('═', width));
        Write(Line("Target", "Status", "Duration"), ConsoleColor.Cyan);
        Write(new string('─', width));
        foreach (var target in build.ExecutionPlan.Where(x => x.Status != ExecutionStatus.Collective))
        {
            var hasRun = target.Status is ExecutionStatus.Succeeded or ExecutionStatus.Failed or ExecutionStatus.Aborted;
            var information = string.Join(", ", target.SummaryInformation.Select(x => $"{x.Key}: {x.Value}"));
            Write(
                Line(target.Name, target.Status.ToString(), hasRun ? Format(target.Duration) : string.Empty)
                + (information.Length > 0 ? $"   // {information}" : string.Empty),
                target.Status switch
                {
                    ExecutionStatus.Succeeded => ConsoleColor.Green,
                    ExecutionStatus.Failed => ConsoleColor.Red,
                    ExecutionStatus.Skipped => null,
                    _ => ConsoleColor.Yellow,
                });
        }

        Write(new string('─', width));
        var total = build.ExecutionPlan.Aggregate(TimeSpan.Zero, (sum, x) => sum + x.Duration);
        Write(Line("Total", string.Empty, Format(total)), ConsoleColor.Cyan);
        Write(new string('═', width));

        string Line(string name, string status, string duration) =>
            name.PadRight(nameWidth) + status.PadRight(StatusWidth) + duration.PadLeft(DurationWidth);
    }

    private static string Format(TimeSpan duration) =>
        duration < TimeSpan.FromSeconds(1) ? "< 1sec" : $"{(int)duration.TotalMinutes}:{duration:ss}";

    private static void Write(string text, ConsoleColor? color = null)
    {
        if (color is { } value && Logging.HasColors)
        {
            Console.ForegroundColor = value;
            Console.WriteLine(text);
            Console.ResetColor();
        }
        else
        {
            Console.WriteLine(text);
        }
    }
}
