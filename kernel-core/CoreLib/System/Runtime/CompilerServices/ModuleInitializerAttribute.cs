namespace System.Runtime.CompilerServices;

/// <summary>The static method runs once, before any other code of its module: from <c>tarn_corelib_initialize</c>.</summary>
[AttributeUsage(AttributeTargets.Method, Inherited = false)]
public sealed class ModuleInitializerAttribute : Attribute
{
}
