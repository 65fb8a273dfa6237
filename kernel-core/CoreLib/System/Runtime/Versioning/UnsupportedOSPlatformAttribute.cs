namespace System.Runtime.Versioning;

[AttributeUsage(AttributeTargets.All, AllowMultiple = true, Inherited = false)]
public sealed class UnsupportedOSPlatformAttribute : Attribute
{
    public UnsupportedOSPlatformAttribute(string platformName)
    {
        PlatformName = platformName;
    }

    public string PlatformName { get; }
}
