namespace System.Runtime.CompilerServices;

public class RuntimeHelpers
{
    public static unsafe int OffsetToStringData => 12;
}
public static class RuntimeFeature { public const string UnmanagedSignatureCallingConvention = "UnmanagedSignatureCallingConvention"; public const string ByRefFields = "ByRefFields"; public const string VirtualStaticsInInterfaces = "VirtualStaticsInInterfaces"; public const string DefaultImplementationsOfInterfaces = "DefaultImplementationsOfInterfaces"; public const string NumericIntPtr = "NumericIntPtr"; public const string ByRefLikeGenerics = "ByRefLikeGenerics"; public const string CovariantReturnsOfClasses = "CovariantReturnsOfClasses"; public const string PortablePdb = "PortablePdb"; }
public enum MethodImplOptions { Unmanaged = 4, NoInlining = 8, ForwardRef = 16, Synchronized = 32, NoOptimization = 64, PreserveSig = 128, AggressiveInlining = 256, AggressiveOptimization = 512, InternalCall = 4096 }
public sealed class MethodImplAttribute : Attribute { public MethodImplAttribute(MethodImplOptions o) { } }
public sealed class IntrinsicAttribute : Attribute { }
