namespace System.Diagnostics.CodeAnalysis;

[AttributeUsage(AttributeTargets.Parameter | AttributeTargets.Field | AttributeTargets.Property, Inherited = false)]
public sealed class StringSyntaxAttribute : Attribute
{
    public const string DateOnlyFormat = nameof(DateOnlyFormat);
    public const string DateTimeFormat = nameof(DateTimeFormat);
    public const string TimeOnlyFormat = nameof(TimeOnlyFormat);

    public StringSyntaxAttribute(string syntax)
    {
        Syntax = syntax;
    }

    public string Syntax { get; }
}
