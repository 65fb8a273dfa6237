using System.Runtime.CompilerServices;

namespace System;

public struct Nullable<T>
    where T : struct
{
    // Both names are known to the compiler, which boxes and unboxes without calling anything here (tests/Contract).
    private readonly bool hasValue;
    internal T value;

    public Nullable(T value)
    {
        this.value = value;
        hasValue = true;
    }

    public readonly bool HasValue => hasValue;

    public readonly T Value
    {
        get
        {
            if (!hasValue)
            {
                ThrowHelper.ThrowInvalidOperationException_NoValue();
            }

            return value;
        }
    }

    public readonly T GetValueOrDefault() => value;

    public readonly T GetValueOrDefault(T defaultValue) => hasValue ? value : defaultValue;

    internal static ref readonly T GetValueRef(ref readonly T? nullable) => ref Unsafe.AsRef(in nullable).value;

    public override bool Equals(object? other)
    {
        if (!hasValue)
        {
            return other is null;
        }

        return other is not null && value.Equals(other);
    }

    public override int GetHashCode() => hasValue ? value.GetHashCode() : 0;

    public override string? ToString() => hasValue ? value.ToString() : "";

    public static implicit operator T?(T value) => new T?(value);

    public static explicit operator T(T? value) => value!.Value;
}
