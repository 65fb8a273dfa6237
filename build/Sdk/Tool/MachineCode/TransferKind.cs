namespace Tarn.Sdk.Tool.MachineCode;

/// <summary>How control leaves a function.</summary>
internal enum TransferKind
{
    /// <summary>A call: it comes back.</summary>
    Call,

    /// <summary>A jump out of the function, or over its end: whoever called comes back from there.</summary>
    Jump,
}
