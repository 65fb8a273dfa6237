namespace System.Runtime;

/// <summary>Function pointers to generic code that instantiations share.</summary>
internal static class FunctionPointerOperations
{
    /// <summary>
    /// Set in a function pointer that is the address, plus this, of a pair: where the code pointer is, and where the generic dictionary is
    /// that the code takes as a hidden argument. Whoever calls through a pointer that may be such a one tests the bit; ILC emits that test.
    /// Source: dotnet/runtime, <c>FatFunctionPointerConstants.cs</c>.
    /// </summary>
    internal const nint FatFunctionPointerBit = 2;
}
