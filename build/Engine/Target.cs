namespace Nuke.Common;

/// <summary>A named step of a build: a property of this type on the build class, whose value fills in the definition it is given.</summary>
public delegate ITargetDefinition Target(ITargetDefinition definition);
