using Nuke.Common.Utilities;

namespace Nuke.Common.Tooling;

/// <summary>Settings of every command.</summary>
public static class ToolOptionsExtensions
{
    /// <summary>The directory to start in.</summary>
    public static T SetProcessWorkingDirectory<T>(this T o, string? value)
        where T : ToolOptions => o.Modify(x => x.ProcessWorkingDirectory = value);

    /// <summary>An environment variable of the process.</summary>
    public static T SetProcessEnvironmentVariable<T>(this T o, string key, string value)
        where T : ToolOptions =>
        o.Modify(x => x.ProcessEnvironmentVariables = new Dictionary<string, string>(x.ProcessEnvironmentVariables) { [key] = value });

    /// <summary>How long it may run, in milliseconds; null for no end.</summary>
    public static T SetProcessExecutionTimeout<T>(this T o, int? value)
        where T : ToolOptions => o.Modify(x => x.ProcessExecutionTimeout = value);

    /// <summary>How long it may run.</summary>
    public static T SetProcessExecutionTimeout<T>(this T o, TimeSpan value)
        where T : ToolOptions => o.SetProcessExecutionTimeout((int)value.TotalMilliseconds);

    /// <summary>Whether to log its lines.</summary>
    public static T SetProcessOutputLogging<T>(this T o, bool? value)
        where T : ToolOptions => o.Modify(x => x.ProcessOutputLogging = value);

    /// <summary>Logs its lines.</summary>
    public static T EnableProcessOutputLogging<T>(this T o)
        where T : ToolOptions => o.SetProcessOutputLogging(true);

    /// <summary>Does not log its lines.</summary>
    public static T DisableProcessOutputLogging<T>(this T o)
        where T : ToolOptions => o.SetProcessOutputLogging(false);

    /// <summary>Whether to log the command line.</summary>
    public static T SetProcessInvocationLogging<T>(this T o, bool? value)
        where T : ToolOptions => o.Modify(x => x.ProcessInvocationLogging = value);

    /// <summary>Does not log the command line.</summary>
    public static T DisableProcessInvocationLogging<T>(this T o)
        where T : ToolOptions => o.SetProcessInvocationLogging(false);

    /// <summary>Whether an exit code other than zero is a failure.</summary>
    public static T SetProcessExitHandling<T>(this T o, bool? value)
        where T : ToolOptions => o.Modify(x => x.ProcessExitHandling = value);

    /// <summary>Takes every exit code for well.</summary>
    public static T DisableProcessExitHandling<T>(this T o)
        where T : ToolOptions => o.SetProcessExitHandling(false);

    /// <summary>Arguments after all others, as they are.</summary>
    public static T SetProcessAdditionalArguments<T>(this T o, params string[] v)
        where T : ToolOptions => o.Modify(x => x.ProcessAdditionalArguments = v);

    /// <summary>More arguments after all others, as they are.</summary>
    public static T AddProcessAdditionalArguments<T>(this T o, params string[] v)
        where T : ToolOptions => o.Modify(x => x.ProcessAdditionalArguments = [.. x.ProcessAdditionalArguments, .. v]);

    /// <summary>Sets an option to a value: the words, then the value, quoted where needed. No value takes the option away.</summary>
    internal static T Set<T>(this T o, string name, string format, string? value, bool isFirst = false)
        where T : ToolOptions =>
        (T)o.Copy(name, string.IsNullOrWhiteSpace(value) ? [] : [string.Format(format, value.DoubleQuoteIfNeeded())], isFirst);

    /// <summary>Sets an option that is there or not.</summary>
    internal static T SetSwitch<T>(this T o, string name, string argument, bool? value)
        where T : ToolOptions => (T)o.Copy(name, value == true ? [argument] : [], isFirst: false);

    private static T Modify<T>(this T o, Action<ToolOptions> change)
        where T : ToolOptions
    {
        var copy = o.Copy();
        change(copy);
        return (T)copy;
    }
}
