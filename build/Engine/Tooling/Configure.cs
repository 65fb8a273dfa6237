namespace Nuke.Common.Tooling;

/// <summary>Changes options: gets some and gives some back.</summary>
public delegate T Configure<T>(T options);
