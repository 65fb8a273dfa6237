using System.Text.RegularExpressions;
using Tarn.Sdk.Tool.Metadata;

namespace Tarn.Sdk.Tool.Ilc;

/// <summary>
/// Reads the causes of a failure out of what ILC 10.0 prints. It reports them in two ways: as an error line with a code (IL1005) for
/// methods that it could not compile, after which it goes on and even exits with 0; and as an unhandled exception with its inner
/// exceptions for everything else.
/// </summary>
internal static partial class IlcOutputParser
{
    /// <summary>Whether the output says that something failed, whatever the exit code.</summary>
    public static bool ReportsError(string output) => ErrorLine().IsMatch(output);

    /// <summary>The causes that could be read, each once, in the order in which they appear.</summary>
    public static IReadOnlyList<IlcFailure> Parse(string output)
    {
        var failures = new List<IlcFailure>();
        string? method = null;
        var methodIsExplained = true;
        var methodReason = "";

        foreach (var line in output.Split('\n'))
        {
            if (AlwaysThrows().Match(line) is { Success: true } alwaysThrows)
            {
                Add(FromReason(alwaysThrows.Groups["reason"].Value, alwaysThrows.Groups["method"].Value));
            }
            else if (InnerException().Match(line) is { Success: true } inner)
            {
                if (CodeGeneration().Match(line) is { Success: true } codeGeneration)
                {
                    FlushMethod();
                    method = codeGeneration.Groups["method"].Value;
                    methodIsExplained = false;
                }
                else
                {
                    methodReason = inner.Groups["text"].Value;
                    AddExpected(line);
                }
            }
            else if (line.StartsWith("Error: ", StringComparison.Ordinal) && !CodeGeneration().IsMatch(line))
            {
                AddExpected(line);
                if (TypeLoad().Match(line) is { Success: true } typeLoad)
                {
                    Add(new IlcFailure.ProgramType(typeLoad.Groups["type"].Value, typeLoad.Groups["assembly"].Value, null));
                }

                if (NotScanned().Match(line) is { Success: true } notScanned)
                {
                    Add(new IlcFailure.Unforeseen(notScanned.Groups["what"].Value));
                }
            }
        }

        FlushMethod();
        return failures;

        void FlushMethod()
        {
            if (method is not null && !methodIsExplained)
            {
                Add(new IlcFailure.MethodCode(method, methodReason));
            }

            method = null;
        }

        void AddExpected(string line)
        {
            foreach (Match match in Expected().Matches(line))
            {
                methodIsExplained = true;
                var owner = match.Groups["owner"].Value;
                var name = match.Groups["name"].Value;
                if (match.Groups["kind"].Value == "type")
                {
                    Add(new IlcFailure.CoreMember(match.Groups["container"].Value == "module" ? name : owner + "+" + name, null, method));
                }
                else
                {
                    Add(new IlcFailure.CoreMember(IntermediateLanguageNames.ToFullName(WithoutAssembly(owner)), name, method));
                }
            }
        }

        void Add(IlcFailure failure)
        {
            if (failure is IlcFailure.CoreMember core)
            {
                // The same cause is printed on the first line, without the method, and again in the chain of exceptions, with it.
                failures.RemoveAll(known => known is IlcFailure.CoreMember { Method: null } && IsSameMember(known, core));
                if (failures.Exists(known => IsSameMember(known, core)))
                {
                    return;
                }
            }

            if (!failures.Contains(failure))
            {
                failures.Add(failure);
            }
        }
    }

    private static bool IsSameMember(IlcFailure known, IlcFailure.CoreMember core) =>
        known is IlcFailure.CoreMember member && member with { Method = null } == core with { Method = null };

    /// <summary>Takes the name of the assembly, <c>[S.P.CoreLib]</c>, off every name in a text.</summary>
    public static string WithoutAssembly(string text) => AssemblyPrefix().Replace(text, "");

    private static IlcFailure FromReason(string reason, string method)
    {
        if (TypeLoad().Match(reason) is { Success: true } typeLoad)
        {
            return new IlcFailure.ProgramType(typeLoad.Groups["type"].Value, typeLoad.Groups["assembly"].Value, method);
        }

        if (MissingMember().Match(reason) is { Success: true } member)
        {
            return new IlcFailure.ProgramMember(member.Groups["type"].Value, member.Groups["name"].Value, method);
        }

        return new IlcFailure.MethodCode(method, reason);
    }

    [GeneratedRegex(@"\berror IL\d+\s*:|^(Error: |Unhandled exception)", RegexOptions.Multiline)]
    private static partial Regex ErrorLine();

    [GeneratedRegex(@"error IL1005: (?<method>.*?): Method will always throw because: (?<reason>.*)$")]
    private static partial Regex AlwaysThrows();

    // "Missing method 'Int32 Namespace.Type.Method(Int32)'" for methods; ILC says "method" for fields too, without parentheses.
    [GeneratedRegex(@"^Missing (method|field) '((?<return>[^(]*) )?(?<type>[^ (]+?)\.(?<name>\.?[^.(]+)(\(.*\))?'")]
    private static partial Regex MissingMember();

    [GeneratedRegex(@"Failed to load type '(?<type>[^']+)' from assembly '(?<assembly>[^',]+)")]
    private static partial Regex TypeLoad();

    [GeneratedRegex(@"^Error: (?<what>.*?) (was )?not computed by the IL scanner")]
    private static partial Regex NotScanned();

    [GeneratedRegex(@"^ ---> (\(Inner Exception #\d+\) )?(?<text>.*)$")]
    private static partial Regex InnerException();

    [GeneratedRegex(@"Code generation failed for method '(?<method>.*)'")]
    private static partial Regex CodeGeneration();

    [GeneratedRegex(@"Expected (?<kind>type|method|field) '(?<name>[^']+)' not found (in|on) (?<container>module|type) '(?<owner>[^']+)'")]
    private static partial Regex Expected();

    [GeneratedRegex(@"\[[A-Za-z_][\w.]*\]")]
    private static partial Regex AssemblyPrefix();
}
