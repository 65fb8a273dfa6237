using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Reflection;

namespace Nuke.Common.Tooling;

/// <summary>
/// The base of classes with a fixed set of values, which are their static fields. With
/// <c>[TypeConverter(typeof(TypeConverter&lt;Color&gt;))]</c> such a class can be the type of a parameter.
/// </summary>
public abstract class Enumeration
{
    /// <summary>The text of the value.</summary>
    protected string? Value { get; set; }

    /// <summary>The text of the value.</summary>
    [return: NotNullIfNotNull(nameof(value))]
    public static implicit operator string?(Enumeration? value) => value?.Value!;

    /// <summary>Whether both are the same value of the same type.</summary>
    public static bool operator ==(Enumeration? a, Enumeration? b) => a?.Equals(b) ?? b is null;

    /// <summary>Whether they are different values.</summary>
    public static bool operator !=(Enumeration? a, Enumeration? b) => !(a == b);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is Enumeration other && other.GetType() == GetType() && other.Value == Value;

    /// <inheritdoc/>
    public override int GetHashCode() => Value?.GetHashCode(StringComparison.Ordinal) ?? 0;

    /// <inheritdoc/>
    public override string ToString() => Value ?? string.Empty;

    /// <summary>Finds the value whose field has a given name, ignoring case.</summary>
    public class TypeConverter<T> : TypeConverter
    {
        /// <inheritdoc/>
        public override bool CanConvertFrom(ITypeDescriptorContext? context, Type sourceType) =>
            sourceType == typeof(string) || base.CanConvertFrom(context, sourceType);

        /// <inheritdoc/>
        public override object? ConvertFrom(ITypeDescriptorContext? context, CultureInfo? culture, object value) =>
            value is string text
                ? typeof(T).GetFields(BindingFlags.Public | BindingFlags.Static)
                    .SingleOrDefault(x => x.Name.Equals(text, StringComparison.OrdinalIgnoreCase))
                    .NotNull($"'{text}' is not one of the values of {typeof(T).Name}")
                    .GetValue(null)
                : base.ConvertFrom(context, culture, value);
    }
}
