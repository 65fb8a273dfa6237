using System;
using System.Runtime.CompilerServices;
using Tarn.Names;

namespace Internal.Runtime;

/// <summary>
/// Composes the names of types as .NET writes them: those of definitions come from the image's table, what is made of them (arrays,
/// pointers, generic types with their arguments) from method tables. Allocates nothing.
/// </summary>
/// <remarks>What does not fit is counted and not written: with an empty destination the length is found out.</remarks>
internal unsafe ref struct TypeNameWriter
{
    // An array of 32 dimensions.
    private const int LongestSuffix = 33;

    private readonly Span<char> _destination;
    private readonly NameTable _table;
    private readonly bool _isNestedBare;

    /// <summary>Prepares to write.</summary>
    /// <param name="destination">Where to.</param>
    /// <param name="isNestedBare">Whether a nested type is named without the types that it is nested in, and without namespace. Messages of .NET name types
    /// so.</param>
    internal TypeNameWriter(Span<char> destination, bool isNestedBare = false)
    {
        _destination = destination;
        _isNestedBare = isNestedBare;
        _table = ImageNames.Table;
    }

    /// <summary>How many characters the name has so far.</summary>
    internal int Length { get; private set; }

    /// <summary>The name as a string.</summary>
    /// <param name="type">The type.</param>
    /// <param name="isDefinitionBare">Whether a generic definition is named without its parameters.</param>
    /// <returns>Null where the image has no name for the type.</returns>
    internal static string? ToString(MethodTable* type, bool isDefinitionBare) => ToString(type, isDefinitionBare, isNestedBare: false);

    /// <summary>The name of a type as messages of exceptions have it: a nested type by its own name.</summary>
    /// <returns>Null where the image has no name for the type.</returns>
    internal static string? ToMessageText(MethodTable* type) => ToString(type, isDefinitionBare: true, isNestedBare: true);

    /// <summary>The name of the type that declares a method, as messages of exceptions have it; of a generic type that of the definition.</summary>
    /// <param name="code">An address in the method.</param>
    /// <returns>Null where the image has no name for the method, or it belongs to no type.</returns>
    internal static string? ToMessageTextOfDeclaringType(ulong code)
    {
        var table = ImageNames.AreLinked ? ImageNames.Table : default;
        if (!table.TryFindMethod(code, out var method) || !method.TryGetDeclaringType(out var type))
        {
            return null;
        }

        var measure = new TypeNameWriter(default, isNestedBare: true);
        measure.WriteDefinition(type, hasParameters: false);
        var name = string.FastAllocateString(measure.Length);
        var writer = new TypeNameWriter(new Span<char>(ref name.GetRawStringData(), name.Length), isNestedBare: true);
        writer.WriteDefinition(type, hasParameters: false);
        return name;
    }

    private static string? ToString(MethodTable* type, bool isDefinitionBare, bool isNestedBare)
    {
        if (!ImageNames.AreLinked)
        {
            return null;
        }

        var measure = new TypeNameWriter(default, isNestedBare);
        if (!measure.TryWrite(type, isDefinitionBare))
        {
            return null;
        }

        var name = string.FastAllocateString(measure.Length);
        var writer = new TypeNameWriter(new Span<char>(ref name.GetRawStringData(), name.Length), isNestedBare);
        writer.TryWrite(type, isDefinitionBare);
        return name;
    }

    /// <summary>What an array, pointer or reference adds to the name of what it is of.</summary>
    internal static string SuffixOf(MethodTable* type)
    {
        var writer = new TypeNameWriter(stackalloc char[LongestSuffix]);
        writer.WriteSuffix(type);
        return new string(writer._destination.Slice(0, writer.Length));
    }

    /// <summary>Writes the name of a type with its namespace, and with its arguments in brackets.</summary>
    /// <param name="type">The type.</param>
    /// <param name="isDefinitionBare">Whether a generic definition is named without its parameters.</param>
    /// <returns>Whether the image has a name for it.</returns>
    internal bool TryWrite(MethodTable* type, bool isDefinitionBare)
    {
        if (type->IsParameterized)
        {
            var isWritten = TryWrite(type->RelatedParameterType, isDefinitionBare);
            WriteSuffix(type);
            return isWritten;
        }

        if (!type->IsGeneric)
        {
            return TryWriteDefinition(type, hasParameters: !isDefinitionBare);
        }

        if (!TryWriteDefinition(type->GenericDefinition, hasParameters: false))
        {
            return false;
        }

        for (var index = 0; index < type->GenericArity; index++)
        {
            Write(index == 0 ? '[' : ',');
            if (!TryWrite(type->GenericArgument(index), isDefinitionBare))
            {
                return false;
            }
        }

        Write(']');
        return true;
    }

    /// <summary>Writes the name of a class, struct, interface or generic definition.</summary>
    /// <param name="type">The type.</param>
    /// <param name="hasParameters">Whether the names of its type parameters follow in brackets.</param>
    private bool TryWriteDefinition(MethodTable* type, bool hasParameters)
    {
        if (!_table.TryFindType((ulong)type, out var found))
        {
            return false;
        }

        WriteDefinition(found, hasParameters);
        return true;
    }

    private void WriteDefinition(TypeName found, bool hasParameters)
    {
        var start = Length;
        var reader = _table.Read(found, hasParameters);
        var decoder = default(Utf8Characters);
        Span<char> units = stackalloc char[Utf8Characters.MaximumAtOnce];
        while (reader.TryRead(out var value))
        {
            if (_isNestedBare && value == (byte)'+')
            {
                Length = start;
                continue;
            }

            foreach (var unit in units.Slice(0, decoder.Add(value, units)))
            {
                Write(unit);
            }
        }
    }

    /// <summary>Writes what comes after the name of the element type: <c>[]</c>, <c>[,]</c>, <c>*</c> or <c>&amp;</c>.</summary>
    private void WriteSuffix(MethodTable* type)
    {
        if (!type->IsArray)
        {
            Write(type->IsPointer ? '*' : '&');
            return;
        }

        Write('[');
        for (var rank = type->ArrayRank; rank > 1; rank--)
        {
            Write(',');
        }

        Write(']');
    }

    private void Write(char value)
    {
        if ((uint)Length < (uint)_destination.Length)
        {
            _destination[Length] = value;
        }

        Length++;
    }
}
