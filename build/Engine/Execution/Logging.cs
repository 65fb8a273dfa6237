using System.Collections.Concurrent;
using Serilog;
using Serilog.Core;
using Serilog.Events;
using Serilog.Formatting.Display;
using Serilog.Sinks.SystemConsole.Themes;

namespace Nuke.Common.Execution;

/// <summary>Sends what <see cref="Log"/> is given to the console, and keeps warnings and errors for the end of the build.</summary>
internal static class Logging
{
    private static readonly LoggingLevelSwitch s_level = new(LogEventLevel.Debug);
    private static readonly WarningSink s_warnings = new();

    /// <summary>The target that runs, or nothing.</summary>
    public static string CurrentTarget { get; set; } = string.Empty;

    public static IEnumerable<(LogEventLevel Level, string Target, string Message)> WarningsAndErrors => s_warnings.Entries;

    public static Verbosity Verbosity
    {
        get => s_level.MinimumLevel switch
        {
            LogEventLevel.Verbose => Verbosity.Verbose,
            LogEventLevel.Warning => Verbosity.Minimal,
            LogEventLevel.Error => Verbosity.Quiet,
            _ => Verbosity.Normal,
        };
        set => s_level.MinimumLevel = value switch
        {
            Verbosity.Verbose => LogEventLevel.Verbose,
            Verbosity.Minimal => LogEventLevel.Warning,
            Verbosity.Quiet => LogEventLevel.Error,
            _ => LogEventLevel.Debug,
        };
    }

    /// <summary>Whether the console shows colors: not where it is a file, nor where the user asks for none.</summary>
    public static bool HasColors =>
        !Console.IsOutputRedirected
        && string.IsNullOrEmpty(EnvironmentInfo.GetVariable("NO_COLOR"))
        && EnvironmentInfo.GetVariable("TERM") != "dumb";

    public static void Configure()
    {
        Verbosity = Verbosity.Normal;
        s_warnings.Entries.Clear();
        Log.Logger = new LoggerConfiguration()
            .MinimumLevel.ControlledBy(s_level)
            .WriteTo.Sink(s_warnings, LogEventLevel.Warning)
            .WriteTo.Console(
                outputTemplate: "{Timestamp:HH:mm:ss} [{Level:u3}] {Message:l}{NewLine}{Exception}",
                theme: HasColors ? AnsiConsoleTheme.Literate : ConsoleTheme.None)
            .CreateLogger();
    }

    private sealed class WarningSink : ILogEventSink
    {
        // Texts without the quotes that rendering puts around them otherwise.
        private static readonly MessageTemplateTextFormatter s_format = new("{Message:l}");

        public ConcurrentQueue<(LogEventLevel Level, string Target, string Message)> Entries { get; } = new();

        public void Emit(LogEvent logEvent)
        {
            using var message = new StringWriter();
            s_format.Format(logEvent, message);
            Entries.Enqueue((logEvent.Level, CurrentTarget, message.ToString()));
        }
    }
}
