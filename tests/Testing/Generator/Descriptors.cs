using Microsoft.CodeAnalysis;

namespace Tarn.Testing.Generator;

/// <summary>The errors that the generator reports; {0} is the name of the case or class, {1} a detail.</summary>
internal static class Descriptors
{
    private const string Category = "Testing";

    public static readonly DiagnosticDescriptor Signature = new(
        "TARN3001",
        "A case must be a static method without parameters that returns nothing",
        "'{0}' cannot be a [KernelTest]: {1}",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true);

    public static readonly DiagnosticDescriptor Accessibility = new(
        "TARN3002",
        "A case must be accessible to the table of cases",
        "'{0}' cannot be a [KernelTest]: {1} is not accessible in the rest of the assembly; make it internal or public",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true);

    public static readonly DiagnosticDescriptor InvalidName = new(
        "TARN3003",
        "The name of a case has letters, digits, dots, underscores and dashes only",
        "'{0}' cannot be the name of a case, which stands on command lines: use letters, digits, dots, underscores and dashes",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true);

    public static readonly DiagnosticDescriptor DuplicateName = new(
        "TARN3004",
        "The name of a case belongs to one case only",
        "Another case is named '{0}' as well; give one of them a Name",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true);

    public static readonly DiagnosticDescriptor Contradiction = new(
        "TARN3005",
        "Properties of [KernelTest] that exclude each other",
        "The [KernelTest] of '{0}' {1}",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true);

    public static readonly DiagnosticDescriptor ConformanceProgram = new(
        "TARN3006",
        "A conformance program is a public static class with public static void Run()",
        "'{0}' holds no conformance program: a public static class with public static void Run() is one{1}",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true);
}
