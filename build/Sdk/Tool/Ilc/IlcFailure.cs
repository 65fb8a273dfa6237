namespace Tarn.Sdk.Tool.Ilc;

/// <summary>One cause of a failed compilation, as it was read from ILC's output.</summary>
internal abstract record IlcFailure
{
    private IlcFailure()
    {
    }

    /// <summary>The compiler looked for something in the core library by name.</summary>
    /// <param name="TypeName">The full name of the type.</param>
    /// <param name="MemberName">The method or field, or null where the type itself is missing.</param>
    /// <param name="Method">The method whose code needs it, in ILC's spelling, or null where ILC did not say.</param>
    public sealed record CoreMember(string TypeName, string? MemberName, string? Method) : IlcFailure;

    /// <summary>A method of the program refers to a method or field that is not there.</summary>
    /// <param name="TypeName">The full name of the type that should have it.</param>
    /// <param name="MemberName">The missing method or field.</param>
    /// <param name="Method">The method that refers to it, in ILC's spelling.</param>
    public sealed record ProgramMember(string TypeName, string MemberName, string Method) : IlcFailure;

    /// <summary>A type that the program or the compiler refers to is not there.</summary>
    /// <param name="TypeName">The type's full name.</param>
    /// <param name="AssemblyName">The simple name of the assembly that should have it.</param>
    /// <param name="Method">The method that refers to it, in ILC's spelling, or null where ILC did not say.</param>
    public sealed record ProgramType(string TypeName, string AssemblyName, string? Method) : IlcFailure;

    /// <summary>A method could not be compiled.</summary>
    /// <param name="Method">The method, in ILC's spelling.</param>
    /// <param name="Reason">ILC's words.</param>
    public sealed record MethodCode(string Method, string Reason) : IlcFailure;

    /// <summary>
    /// The optimiser's scanner, which goes through the program first to see all that it uses, did not see something that compiled code
    /// then used.
    /// </summary>
    /// <param name="What">What it did not see, in ILC's words.</param>
    public sealed record Unforeseen(string What) : IlcFailure;
}
