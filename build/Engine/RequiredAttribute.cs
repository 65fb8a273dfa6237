namespace Nuke.Common;

/// <summary>The build fails before anything runs unless the parameter so marked has a value.</summary>
[AttributeUsage(AttributeTargets.Field | AttributeTargets.Property)]
public sealed class RequiredAttribute : Attribute;
