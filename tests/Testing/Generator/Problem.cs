using Microsoft.CodeAnalysis;

namespace Tarn.Testing.Generator;

/// <summary>A diagnostic in a form that compares by value.</summary>
internal sealed record Problem(DiagnosticDescriptor Descriptor, Place Place, string Name, string Detail = "")
{
    public Diagnostic ToDiagnostic() => Diagnostic.Create(Descriptor, Place.ToLocation(), Name, Detail);
}
