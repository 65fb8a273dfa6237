using System.Reflection;

namespace Nuke.Common.Values;

/// <summary>Treats fields and properties alike.</summary>
internal static class MemberAccess
{
    private const BindingFlags All =
        BindingFlags.Instance | BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.FlattenHierarchy;

    public static IEnumerable<MemberInfo> GetFieldsAndProperties(Type type) =>
        type.GetMembers(All).Where(x => x is FieldInfo or PropertyInfo);

    public static Type GetType(MemberInfo member) =>
        member is FieldInfo field ? field.FieldType : ((PropertyInfo)member).PropertyType;

    public static object? GetValue(MemberInfo member, object instance) =>
        member is FieldInfo field ? field.GetValue(instance) : ((PropertyInfo)member).GetValue(instance);

    /// <summary>Sets the value; a property without a setter gets it through the field behind it.</summary>
    public static void SetValue(MemberInfo member, object instance, object? value)
    {
        switch (member)
        {
            case FieldInfo field:
                field.SetValue(instance, value);
                break;
            case PropertyInfo { CanWrite: true } property:
                property.SetValue(instance, value);
                break;
            default:
                member.DeclaringType!
                    .GetField($"<{member.Name}>k__BackingField", All)
                    .NotNull($"Property '{member.Name}' has no setter and no field behind it")
                    .SetValue(instance, value);
                break;
        }
    }
}
