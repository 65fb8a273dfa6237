namespace System;

public struct Void { }
public abstract class ValueType { }
public abstract class Delegate { }
public abstract class MulticastDelegate : Delegate { }
public struct RuntimeTypeHandle { }
public struct RuntimeMethodHandle { }
public struct RuntimeFieldHandle { }
public class Type { }
public class RuntimeType : Type { }
public class Exception { }
public struct Nullable<T> where T : struct { private readonly bool hasValue; internal T value; public Nullable(T value) { this.value = value; hasValue = true; } public readonly bool HasValue => hasValue; }
public interface IDisposable { void Dispose(); }
public sealed class ParamArrayAttribute : Attribute { }
public sealed class FlagsAttribute : Attribute { }
public class Attribute { }
public enum AttributeTargets { Assembly = 1, Module = 2, Class = 4, Struct = 8, Enum = 16, Constructor = 32, Method = 64, Property = 128, Field = 256, Event = 512, Interface = 1024, Parameter = 2048, Delegate = 4096, ReturnValue = 8192, GenericParameter = 16384, All = 32767 }
public sealed class AttributeUsageAttribute : Attribute { public AttributeUsageAttribute(AttributeTargets validOn) { } public bool AllowMultiple { get; set; } public bool Inherited { get; set; } }
