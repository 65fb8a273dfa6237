namespace System.Reflection;

[AttributeUsage(AttributeTargets.Assembly, Inherited = false)]
public sealed class AssemblyCopyrightAttribute : Attribute
{
    public AssemblyCopyrightAttribute(string copyright)
    {
        Copyright = copyright;
    }

    public string Copyright { get; }
}
