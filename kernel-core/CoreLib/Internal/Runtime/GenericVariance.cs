namespace Internal.Runtime;

internal enum GenericVariance : byte
{
    NonVariant = 0,
    Covariant = 1,
    Contravariant = 2,

    /// <summary>Covariant between array element types, where <c>int</c> and <c>uint</c> agree as well.</summary>
    ArrayCovariant = 0x20,
}
