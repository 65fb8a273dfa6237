using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using Nuke.Common.Tooling;

namespace Nuke.Common.Tools.DotNet;

/// <summary>How much a command of dotnet says.</summary>
[TypeConverter(typeof(TypeConverter<DotNetVerbosity>))]
#pragma warning disable CA2211, IDE1006 // Public fields in lower case are the shape that callers are written against.
public sealed class DotNetVerbosity : Enumeration
{
    /// <summary>Errors.</summary>
    public static DotNetVerbosity quiet = "quiet";

    /// <summary>Warnings and errors.</summary>
    public static DotNetVerbosity minimal = "minimal";

    /// <summary>What is done.</summary>
    public static DotNetVerbosity normal = "normal";

    /// <summary>How it is done.</summary>
    public static DotNetVerbosity detailed = "detailed";

    /// <summary>All there is.</summary>
    public static DotNetVerbosity diagnostic = "diagnostic";

    /// <summary>The level of that name.</summary>
    [return: NotNullIfNotNull(nameof(value))]
    public static implicit operator DotNetVerbosity?(string? value) => value is null ? null : new DotNetVerbosity { Value = value };
}
#pragma warning restore CA2211, IDE1006
