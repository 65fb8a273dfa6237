using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using Nuke.Common.Tooling;

/// <summary>How the kernel is compiled.</summary>
[TypeConverter(typeof(TypeConverter<Configuration>))]
[SuppressMessage("Usage", "CA2211", Justification = "Fields are how the values of an enumeration are found.")]
public sealed class Configuration : Enumeration
{
    /// <summary>Optimised.</summary>
    public static Configuration Release = new() { Value = nameof(Release) };

    /// <summary>Not optimised, and with checks of the kernel's own; images end in <c>-debug</c>.</summary>
    public static Configuration Debug = new() { Value = nameof(Debug) };

    /// <summary>What the names of images end in, before the extension.</summary>
    public string ImageSuffix => this == Debug ? "-debug" : string.Empty;
}
