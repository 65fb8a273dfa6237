namespace System;

/// <summary>Data is not aligned as its type demands.</summary>
public sealed class DataMisalignedException : SystemException
{
    public DataMisalignedException()
        : base("A datatype misalignment was detected in a load or store instruction.")
    {
    }

    public DataMisalignedException(string? message)
        : base(message)
    {
    }

    public DataMisalignedException(string? message, Exception? innerException)
        : base(message, innerException)
    {
    }
}
