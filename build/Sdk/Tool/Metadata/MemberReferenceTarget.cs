namespace Tarn.Sdk.Tool.Metadata;

/// <summary>What a piece of code refers to in another type.</summary>
/// <param name="TypeName">The full name of the type, without type arguments.</param>
/// <param name="MemberName">The method or field, or null where the reference is to the type itself.</param>
/// <param name="Signature">The member's signature, in the form of <see cref="SignatureText"/>.</param>
/// <param name="IsMethod">Whether the member is a method.</param>
internal sealed record MemberReferenceTarget(string TypeName, string? MemberName, string Signature, bool IsMethod)
{
    /// <inheritdoc/>
    public override string ToString() => MemberName is null ? TypeName : $"{TypeName}.{MemberName}";
}
