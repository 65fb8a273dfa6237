namespace System.Runtime.CompilerServices;

[AttributeUsage(AttributeTargets.All, Inherited = false)]
public sealed class NullableAttribute : Attribute
{
    public readonly byte[] NullableFlags;

    public NullableAttribute(byte value)
    {
        NullableFlags = [value];
    }

    public NullableAttribute(byte[] value)
    {
        NullableFlags = value;
    }
}
