namespace System;

public struct Nullable<T> where T : struct { private readonly bool hasValue; internal T value; public Nullable(T value) { this.value = value; hasValue = true; } public readonly bool HasValue => hasValue; }
public interface IDisposable { void Dispose(); }
