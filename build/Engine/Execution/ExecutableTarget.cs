using System.Diagnostics;

namespace Nuke.Common.Execution;

/// <summary>A target of the build, with what it is connected to and how far it has come.</summary>
public sealed class ExecutableTarget
{
    internal ExecutableTarget(string name, Target factory, TargetDefinition definition, bool isDefault)
    {
        Name = name;
        Factory = factory;
        Definition = definition;
        IsDefault = isDefault;
    }

    /// <summary>The name of the property that defines it.</summary>
    public string Name { get; }

    /// <summary>The line under it in the help text.</summary>
    public string? Description => Definition.DescriptionText;

    /// <summary>Whether the help text shows it.</summary>
    public bool Listed => !Definition.IsUnlisted;

    /// <summary>The value of the property that defines it.</summary>
    public Delegate Factory { get; }

    /// <summary>Whether it runs when no target was asked for.</summary>
    public bool IsDefault { get; }

    /// <summary>Whether it was asked for by name.</summary>
    public bool Invoked { get; internal set; }

    /// <summary>How far it has come.</summary>
    public ExecutionStatus Status { get; internal set; }

    /// <summary>How long it ran.</summary>
    public TimeSpan Duration => Stopwatch.Elapsed;

    /// <summary>What runs before it whenever it runs.</summary>
    public List<ExecutableTarget> ExecutionDependencies { get; } = [];

    /// <summary>What runs before it if it runs at all.</summary>
    public List<ExecutableTarget> OrderDependencies { get; } = [];

    /// <summary>What makes it run afterwards.</summary>
    public List<ExecutableTarget> TriggerDependencies { get; } = [];

    /// <summary>What runs after it because it runs.</summary>
    public List<ExecutableTarget> Triggers { get; } = [];

    /// <summary>All that precedes it if both run.</summary>
    public IReadOnlyCollection<ExecutableTarget> AllDependencies =>
        [.. ExecutionDependencies, .. OrderDependencies, .. TriggerDependencies];

    /// <summary>The facts that the summary shows after it.</summary>
    public Dictionary<string, string> SummaryInformation { get; internal set; } = [];

    internal TargetDefinition Definition { get; }

    internal Stopwatch Stopwatch { get; } = new();

    /// <summary>The reason for skipping it that a condition gave, if one did.</summary>
    internal string? OnlyWhen
    {
        get => SummaryInformation.GetValueOrDefault(nameof(OnlyWhen));
        set => SummaryInformation[nameof(OnlyWhen)] = value!;
    }

    /// <inheritdoc/>
    public override string ToString() => $"{Name} ({Status})";
}
