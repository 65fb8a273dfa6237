using System.Linq.Expressions;
using System.Reflection;
using Nuke.Common.ValueInjection;
using Nuke.Common.Values;

namespace Nuke.Common.Execution;

/// <summary>Checks, before anything runs, what the scheduled targets require.</summary>
internal static class Requirements
{
    /// <exception cref="ArgumentException">A requirement is not met.</exception>
    public static void Validate(NukeBuild build)
    {
        foreach (var target in build.ScheduledTargets)
        {
            foreach (var requirement in target.Definition.Requirements)
            {
                Validate(build, target, requirement);
            }
        }

        foreach (var member in MemberAccess.GetFieldsAndProperties(build.GetType()).Where(x => x.IsDefined(typeof(RequiredAttribute))))
        {
            Assert.True(HasValue(build, member), $"The parameter '{GetName(member)}' is needed and has no value");
        }
    }

    private static void Validate(NukeBuild build, ExecutableTarget target, LambdaExpression requirement)
    {
        if (requirement is Expression<Func<bool>> condition)
        {
            Assert.True(condition.Compile(preferInterpretation: true)(), $"Target '{target.Name}' requires '{condition.Body}'");
            return;
        }

        var body = requirement.Body is UnaryExpression { NodeType: ExpressionType.Convert } conversion
            ? conversion.Operand
            : requirement.Body;
        var member = (body as MemberExpression)?.Member
            .NotNull($"Target '{target.Name}' requires '{requirement.Body}', which is neither a condition nor a member");
        Assert.True(
            member!.IsDefined(typeof(ValueInjectionAttributeBase)),
            $"Member '{member!.Name}' is required from target '{target.Name}' but not marked with an injection attribute.");
        Assert.True(
            HasValue(build, member),
            $"The target '{target.Name}' needs a value for '{GetName(member)}'");
    }

    private static bool HasValue(NukeBuild build, MemberInfo member) =>
        MemberAccess.GetValue(member, build) switch
        {
            null => false,
            string text => !string.IsNullOrWhiteSpace(text),
            _ => true,
        };

    private static string GetName(MemberInfo member) =>
        member.IsDefined(typeof(ParameterAttribute)) ? ParameterService.GetName(member) : member.Name;
}
