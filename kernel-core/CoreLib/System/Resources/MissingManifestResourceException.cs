namespace System.Resources;

/// <summary>A text was asked for, and is in no assembly of the program.</summary>
public class MissingManifestResourceException : SystemException
{
    public MissingManifestResourceException()
        : base("Unable to find manifest resource.")
    {
    }

    public MissingManifestResourceException(string? message)
        : base(message)
    {
    }

    public MissingManifestResourceException(string? message, Exception? inner)
        : base(message, inner)
    {
    }
}
