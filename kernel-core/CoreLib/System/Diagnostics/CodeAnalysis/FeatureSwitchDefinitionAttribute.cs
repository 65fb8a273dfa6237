namespace System.Diagnostics.CodeAnalysis;

/// <summary>
/// Ties a static property of type bool to a switch of the build: the compiler puts the switch's value in the property's place and leaves
/// out what can then not be reached. Without the switch the property is an ordinary one.
/// </summary>
[AttributeUsage(AttributeTargets.Property, Inherited = false)]
public sealed class FeatureSwitchDefinitionAttribute : Attribute
{
    public FeatureSwitchDefinitionAttribute(string switchName)
    {
        SwitchName = switchName;
    }

    public string SwitchName { get; }
}
