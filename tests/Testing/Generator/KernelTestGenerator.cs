using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Tarn.Testing.Generator;

/// <summary>
/// Makes the table of a test kernel's cases: methods marked [KernelTest], and conformance programs (namespace Tarn.Conformance, public
/// static class, public static void Run()). The kernel has no reflection, so what a test framework finds at run time is found at compile
/// time here.
/// </summary>
[Generator(LanguageNames.CSharp)]
public sealed class KernelTestGenerator : IIncrementalGenerator
{
    private const string AttributeName = "Tarn.Testing.KernelTestAttribute";
    private const string TableInterfaceName = "Tarn.Testing.ITestCases";
    private const string ConformanceNamespace = "Tarn.Conformance";

    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        var marked = context.SyntaxProvider.ForAttributeWithMetadataName(
            AttributeName,
            static (node, _) => node is MethodDeclarationSyntax,
            static (syntax, _) => ReadMarked(syntax));

        var programs = context.SyntaxProvider.CreateSyntaxProvider(
            static (node, _) =>
                node is ClassDeclarationSyntax { Parent: BaseNamespaceDeclarationSyntax parent } type
                && IsConformance(parent)
                && HasRun(type),
            static (syntax, cancellation) => ReadProgram(syntax, cancellation));

        var emptyFiles = context.SyntaxProvider.CreateSyntaxProvider(
            static (node, _) =>
                node is BaseNamespaceDeclarationSyntax space
                && IsConformance(space)
                && !space.Members.OfType<ClassDeclarationSyntax>().Any(HasRun),
            static (syntax, _) => ReadEmptyFile((BaseNamespaceDeclarationSyntax)syntax.Node));

        var isTestKernel = context.CompilationProvider.Select(
            static (compilation, _) => compilation.GetTypeByMetadataName(TableInterfaceName) is not null);

        var all = marked.Collect()
            .Combine(programs.Collect())
            .Combine(emptyFiles.Collect())
            .Select(static (found, _) => found.Left.Left.AddRange(found.Left.Right).AddRange(found.Right));

        context.RegisterSourceOutput(all.Combine(isTestKernel), static (output, input) =>
        {
            if (input.Right)
            {
                Emit(output, input.Left);
            }
        });
    }

    private static void Emit(SourceProductionContext output, ImmutableArray<CaseModel> found)
    {
        var cases = new List<CaseModel>();
        var names = new HashSet<string>(StringComparer.Ordinal);
        var ordered = found.OrderBy(item => item.Name, StringComparer.Ordinal).ThenBy(item => item.Place.Path, StringComparer.Ordinal);
        foreach (var item in ordered)
        {
            var problem = item.Problem ?? (names.Add(item.Name) ? null : new Problem(Descriptors.DuplicateName, item.Place, item.Name));
            if (problem is null)
            {
                cases.Add(item);
            }
            else
            {
                output.ReportDiagnostic(problem.ToDiagnostic());
            }
        }

        output.AddSource("KernelTestCases.g.cs", TableWriter.Write(cases));
    }

    private static CaseModel ReadMarked(GeneratorAttributeSyntaxContext syntax)
    {
        var method = (IMethodSymbol)syntax.TargetSymbol;
        var declaration = (MethodDeclarationSyntax)syntax.TargetNode;
        var arguments = syntax.Attributes[0].NamedArguments
            .ToDictionary(argument => argument.Key, argument => argument.Value.Value, StringComparer.Ordinal);

        string? Text(string key) => arguments.TryGetValue(key, out var value) ? (string?)value : null;

        var typeName = TypeName(method.ContainingType);
        var name = Text("Name") ?? typeName + "." + method.Name;
        var place = Place.Of(declaration.Identifier);
        var shouldPanic = Text("ShouldPanic");
        var shouldPanicLike = Text("ShouldPanicLike");
        var commandLine = Text("CommandLine");
        var machine = Text("Machine");
        var timeLimit = arguments.TryGetValue("TimeLimit", out var limit) ? (int)limit! : 0;

        var problem = FindSignatureProblem(method, name, place)
            ?? FindAccessProblem(method, name, place)
            ?? (IsValidName(name) ? null : new Problem(Descriptors.InvalidName, place, name));
        if (problem is null && shouldPanic is not null && shouldPanicLike is not null)
        {
            problem = new Problem(Descriptors.Contradiction, place, name, "has both ShouldPanic and ShouldPanicLike");
        }

        var throws = arguments.TryGetValue("Throws", out var type) ? (ITypeSymbol?)type : null;
        if (problem is null && throws is not null && (shouldPanic is not null || shouldPanicLike is not null))
        {
            problem = new Problem(Descriptors.Contradiction, place, name, "has both Throws and a panic that it should end in");
        }

        if (problem is null && throws is not null && !IsException(throws))
        {
            problem = new Problem(Descriptors.Contradiction, place, name, "has in Throws what is no exception");
        }

        if (problem is null && timeLimit < 0)
        {
            problem = new Problem(Descriptors.Contradiction, place, name, "has a negative TimeLimit");
        }

        return new CaseModel(name, MetadataName(method.ContainingType), CallOf(method), place)
        {
            Problem = problem,
            Isolated = (arguments.TryGetValue("Isolated", out var isolated) && (bool)isolated!)
                || shouldPanic is not null || shouldPanicLike is not null || commandLine is not null || machine is not null,
            ShouldPanic = shouldPanic,
            ShouldPanicLike = shouldPanicLike,
            Throws = throws?.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat),
            LogContains = Text("LogContains"),
            CommandLine = commandLine,
            Machine = machine,
            TimeLimit = timeLimit,
        };
    }

    private static CaseModel ReadProgram(GeneratorSyntaxContext syntax, CancellationToken cancellation)
    {
        var declaration = (ClassDeclarationSyntax)syntax.Node;
        var place = Place.Of(declaration.Identifier);
        var type = (INamedTypeSymbol)syntax.SemanticModel.GetDeclaredSymbol(declaration, cancellation)!;
        var run = type.GetMembers("Run").OfType<IMethodSymbol>().FirstOrDefault(method => method.Parameters.Length == 0);
        var isProgram = type is { IsStatic: true, IsGenericType: false, DeclaredAccessibility: Accessibility.Public }
            && run is { IsStatic: true, ReturnsVoid: true, DeclaredAccessibility: Accessibility.Public }
            && run is { IsGenericMethod: false, IsAsync: false };

        // Tarn.Conformance.X is the case Conformance.X.
        var name = type.ToDisplayString().Substring("Tarn.".Length);
        return new CaseModel(name, MetadataName(type), isProgram ? CallOf(run!) : string.Empty, place)
        {
            Conformance = true,
            Problem = isProgram
                ? null
                : new Problem(Descriptors.ConformanceProgram, place, type.Name, "; this one has a Run of another form"),
        };
    }

    private static CaseModel ReadEmptyFile(BaseNamespaceDeclarationSyntax space)
    {
        var place = Place.Of(space.Name);
        var file = System.IO.Path.GetFileName(place.Path);
        return new CaseModel(file, string.Empty, string.Empty, place)
        {
            Problem = new Problem(Descriptors.ConformanceProgram, place, file),
        };
    }

    private static bool IsConformance(BaseNamespaceDeclarationSyntax space)
    {
        var name = space.Name.ToString();
        return name == ConformanceNamespace || name.StartsWith(ConformanceNamespace + ".", StringComparison.Ordinal);
    }

    private static bool HasRun(ClassDeclarationSyntax type) =>
        type.Modifiers.Any(modifier => modifier.ValueText == "static")
            && type.Members
                .OfType<MethodDeclarationSyntax>()
                .Any(method => method.Identifier.ValueText == "Run" && method.ParameterList.Parameters.Count == 0);

    private static Problem? FindSignatureProblem(IMethodSymbol method, string name, Place place)
    {
        var detail = method switch
        {
            { IsStatic: false } => "it is not static",
            { Parameters.Length: > 0 } => "it has parameters",
            { IsGenericMethod: true } => "it has type parameters",
            { ReturnsVoid: false } => "it returns a value",
            { IsAsync: true } => "it is async, and nothing would await it",
            _ => null,
        };
        return detail is null ? null : new Problem(Descriptors.Signature, place, name, detail);
    }

    private static Problem? FindAccessProblem(IMethodSymbol method, string name, Place place)
    {
        for (ISymbol? symbol = method; symbol is IMethodSymbol or INamedTypeSymbol; symbol = symbol.ContainingType)
        {
            if (symbol is INamedTypeSymbol { IsGenericType: true })
            {
                return new Problem(Descriptors.Signature, place, name, "its class '" + symbol.Name + "' has type parameters");
            }

            var isAccessible = symbol.DeclaredAccessibility
                is Accessibility.Public
                or Accessibility.Internal
                or Accessibility.ProtectedOrInternal;
            if (!isAccessible || symbol is INamedTypeSymbol { IsFileLocal: true })
            {
                return new Problem(Descriptors.Accessibility, place, name, "'" + symbol.Name + "'");
            }
        }

        return null;
    }

    private static bool IsException(ITypeSymbol type)
    {
        for (var current = type; current is not null; current = current.BaseType)
        {
            if (current is { Name: "Exception", ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true } })
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsValidName(string name) =>
        name.Length is > 0 and <= 200
            && name.All(character => character is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') or '.' or '_' or '-');

    /// <summary>The class's name without its namespace, after those of the classes it is nested in.</summary>
    private static string TypeName(INamedTypeSymbol type) =>
        type.ContainingType is { } outer ? TypeName(outer) + "." + type.Name : type.Name;

    /// <summary>The class's full name as reflection writes it, with <c>+</c> before a nested class.</summary>
    private static string MetadataName(INamedTypeSymbol type)
    {
        if (type.ContainingType is { } outer)
        {
            return MetadataName(outer) + "+" + type.MetadataName;
        }

        return type.ContainingNamespace is { IsGlobalNamespace: false } space
            ? space.ToDisplayString() + "." + type.MetadataName
            : type.MetadataName;
    }

    private static string CallOf(IMethodSymbol method) =>
        method.ContainingType.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat) + "." + method.Name + "()";
}
