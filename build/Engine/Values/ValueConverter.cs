using System.ComponentModel;

namespace Nuke.Common.Values;

/// <summary>Turns the texts of a command line, a variable or a file into the type of the member that wants them.</summary>
internal static class ValueConverter
{
    /// <param name="values">The texts; none where a name was given without a value.</param>
    /// <param name="type">The type wanted: a scalar, or an array of scalars.</param>
    /// <param name="separator">The character that splits a single text into several, if any.</param>
    /// <param name="emptyMeans">What no text at all means for a Boolean.</param>
    /// <exception cref="InvalidOperationException">A text does not fit the type, or there are several for a scalar.</exception>
    public static object? Convert(IReadOnlyList<string> values, Type type, char? separator, bool emptyMeans)
    {
        if (separator is { } character && values.Count == 1)
        {
            values = values[0].Split(character);
        }

        if (type.IsArray)
        {
            var elementType = type.GetElementType()!;
            var array = Array.CreateInstance(elementType, values.Count);
            for (var i = 0; i < values.Count; i++)
            {
                array.SetValue(ConvertOne(values[i], elementType), i);
            }

            return array;
        }

        var scalarType = Nullable.GetUnderlyingType(type) ?? type;
        switch (values.Count)
        {
            case 0:
                return scalarType == typeof(bool) ? emptyMeans : null;
            case 1:
                return ConvertOne(values[0], scalarType);
            default:
                Assert.Fail($"'{string.Join(", ", values)}' is no value of '{scalarType.Name}'");
                return null;
        }
    }

    private static object? ConvertOne(string value, Type type)
    {
        if (type == typeof(string))
        {
            return value;
        }

        try
        {
            return TypeDescriptor.GetConverter(type).ConvertFromInvariantString(value);
        }
        catch (Exception exception)
        {
            // Converters throw whatever they like (Exception itself among them), and each means that the text does not fit.
            throw new InvalidOperationException($"Value '{value}' could not be converted to '{type.Name}'", exception);
        }
    }
}
