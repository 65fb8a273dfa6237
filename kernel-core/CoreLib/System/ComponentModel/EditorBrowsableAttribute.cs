namespace System.ComponentModel;

[AttributeUsage(
    AttributeTargets.Class | AttributeTargets.Struct | AttributeTargets.Enum | AttributeTargets.Constructor | AttributeTargets.Method |
    AttributeTargets.Property | AttributeTargets.Field | AttributeTargets.Event | AttributeTargets.Delegate | AttributeTargets.Interface)]
public sealed class EditorBrowsableAttribute : Attribute
{
    public EditorBrowsableAttribute()
        : this(EditorBrowsableState.Always)
    {
    }

    public EditorBrowsableAttribute(EditorBrowsableState state)
    {
        State = state;
    }

    public EditorBrowsableState State { get; }
}
