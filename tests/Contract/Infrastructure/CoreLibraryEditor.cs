using System.Buffers.Binary;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;
using Tarn.Sdk.Tool.Metadata;

namespace Tarn.Tests.Contract.Infrastructure;

/// <summary>
/// Makes copies of the core library that lack something, by renaming it: in the row of its metadata table, the name becomes the same text
/// without its first letter. Code inside the library refers to rows, not names, and keeps working; whoever looks for the name finds
/// nothing.
/// </summary>
internal static class CoreLibraryEditor
{
    /// <summary>Writes a copy of an assembly in which a type, or a member of it in all its overloads, cannot be found.</summary>
    /// <param name="assemblyPath">The assembly.</param>
    /// <param name="copyPath">The copy to write.</param>
    /// <param name="typeName">The full name of the type.</param>
    /// <param name="memberName">The method or field, or null for the type itself.</param>
    /// <exception cref="ArgumentException">The assembly has nothing of that name: there is nothing to take away.</exception>
    public static void WriteWithout(string assemblyPath, string copyPath, string typeName, string? memberName)
    {
        var bytes = File.ReadAllBytes(assemblyPath);
        using var image = new PEReader(new MemoryStream(bytes));
        var reader = image.GetMetadataReader();
        var metadataStart = image.PEHeaders.MetadataStartOffset;
        var handle = reader.TypeDefinitions.FirstOrDefault(handle => SignatureText.NameOf(reader, handle) == typeName);
        if (handle.IsNil)
        {
            throw new ArgumentException($"The assembly has no type {typeName}.", nameof(typeName));
        }

        var edited = false;
        var type = reader.GetTypeDefinition(handle);
        if (memberName is null)
        {
            // TypeDef: Flags (4), Name.
            Rename(TableIndex.TypeDef, handle, 4);
        }

        foreach (var method in type.GetMethods().Where(method => IsMember(reader.GetMethodDefinition(method).Name)))
        {
            // MethodDef: RVA (4), ImplFlags (2), Flags (2), Name.
            Rename(TableIndex.MethodDef, method, 8);
        }

        foreach (var field in type.GetFields().Where(field => IsMember(reader.GetFieldDefinition(field).Name)))
        {
            // Field: Flags (2), Name.
            Rename(TableIndex.Field, field, 2);
        }

        if (!edited)
        {
            throw new ArgumentException($"The type {typeName} has no member {memberName}.", nameof(memberName));
        }

        File.WriteAllBytes(copyPath, bytes);

        bool IsMember(StringHandle name) => memberName is not null && reader.StringComparer.Equals(name, memberName);

        void Rename(TableIndex table, EntityHandle row, int nameColumn)
        {
            var offset = metadataStart
                + reader.GetTableMetadataOffset(table)
                + ((MetadataTokens.GetRowNumber(row) - 1) * reader.GetTableRowSize(table))
                + nameColumn;
            var name = bytes.AsSpan(offset);
            if (reader.GetHeapSize(HeapIndex.String) > ushort.MaxValue)
            {
                BinaryPrimitives.WriteUInt32LittleEndian(name, BinaryPrimitives.ReadUInt32LittleEndian(name) + 1);
            }
            else
            {
                BinaryPrimitives.WriteUInt16LittleEndian(name, (ushort)(BinaryPrimitives.ReadUInt16LittleEndian(name) + 1));
            }

            edited = true;
        }
    }
}
