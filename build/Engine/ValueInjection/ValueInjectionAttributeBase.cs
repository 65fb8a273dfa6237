using System.Reflection;
using Serilog;

namespace Nuke.Common.ValueInjection;

/// <summary>The base of attributes that give a member of the build class its value.</summary>
[AttributeUsage(AttributeTargets.Field | AttributeTargets.Property)]
public abstract class ValueInjectionAttributeBase : Attribute
{
    /// <summary>The value, or null to leave the member alone.</summary>
    public abstract object? GetValue(MemberInfo member, object? instance);

    /// <summary>The same as <see cref="GetValue"/>, except that a failure is logged as a warning and gives null.</summary>
    public object? TryGetValue(MemberInfo member, object? instance)
    {
        try
        {
            return GetValue(member, instance);
        }
        catch (Exception exception) when (exception is InvalidOperationException or ArgumentException or IOException)
        {
            Log.Warning("Could not inject value for {Member}: {Reason}", $"{member.DeclaringType?.Name}.{member.Name}", exception.Message);
            return null;
        }
    }
}
