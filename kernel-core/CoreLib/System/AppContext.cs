using System.Collections.Generic;

namespace System;

/// <summary>Switches by name. A kernel has no configuration file: they are what the program sets.</summary>
public static class AppContext
{
    private static Dictionary<string, bool>? s_switches;

    /// <exception cref="ArgumentException">The name is empty.</exception>
    public static bool TryGetSwitch(string switchName, out bool isEnabled)
    {
        ArgumentException.ThrowIfNullOrEmpty(switchName);
        isEnabled = false;
        return s_switches is not null && s_switches.TryGetValue(switchName, out isEnabled);
    }

    /// <inheritdoc cref="TryGetSwitch"/>
    public static void SetSwitch(string switchName, bool isEnabled)
    {
        ArgumentException.ThrowIfNullOrEmpty(switchName);
        (s_switches ??= [])[switchName] = isEnabled;
    }
}
