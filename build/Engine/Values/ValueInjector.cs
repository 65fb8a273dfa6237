using System.Reflection;
using Nuke.Common.ValueInjection;

namespace Nuke.Common.Values;

/// <summary>Gives the members of a build that carry an injection attribute their values.</summary>
internal static class ValueInjector
{
    // The engine reads its other parameters (targets, root) where it uses them.
    private static readonly string[] s_injectedOfBase =
        [nameof(NukeBuild.Plan), nameof(NukeBuild.Help), nameof(NukeBuild.NoLogo), nameof(NukeBuild.Continue), nameof(NukeBuild.Verbosity)];

    public static IEnumerable<MemberInfo> GetParameters(Type type) =>
        MemberAccess.GetFieldsAndProperties(type).Where(x => x.IsDefined(typeof(ParameterAttribute)));

    public static void InjectParameters(NukeBuild build) => Inject(build, x => x is ParameterAttribute);

    public static void InjectOthers(NukeBuild build) => Inject(build, x => x is not ParameterAttribute);

    private static void Inject(NukeBuild build, Func<ValueInjectionAttributeBase, bool> isWanted)
    {
        foreach (var member in MemberAccess.GetFieldsAndProperties(build.GetType()))
        {
            var attribute = member.GetCustomAttribute<ValueInjectionAttributeBase>();
            if (attribute is null || !isWanted(attribute)
                || (member.DeclaringType == typeof(NukeBuild) && !s_injectedOfBase.Contains(member.Name)))
            {
                continue;
            }

            if (attribute.TryGetValue(member, build) is { } value)
            {
                MemberAccess.SetValue(member, build, value);
            }
        }
    }
}
