using System.Reflection.Metadata;

namespace Tarn.Sdk.Tool.Metadata;

/// <summary>A method that an assembly defines, and how the compiler and C# call it.</summary>
/// <param name="Assembly">The assembly that defines it.</param>
/// <param name="Handle">Its row there.</param>
/// <param name="TypeName">The full name of its type; nested types after a plus sign, generic arity after a backtick.</param>
/// <param name="Name">Its name in metadata.</param>
/// <param name="ParameterCount">How many parameters it declares, <c>this</c> not counted.</param>
internal sealed record ManagedMethod(
    ManagedAssembly Assembly, MethodDefinitionHandle Handle, string TypeName, string Name, int ParameterCount)
{
    /// <summary>Type and method as ILC's internal errors have them: <c>Outer+Inner.Method</c>.</summary>
    public string FullName => TypeName + "." + Name;

    /// <summary>
    /// Type and method as ILC's warnings and errors about source have them: nested types after a dot, constructors under their type's
    /// name, accessors under their property's.
    /// </summary>
    public string DisplayName
    {
        get
        {
            var type = GenericNames.RemoveArity(TypeName).Replace('+', '.');
            return Name switch
            {
                ".ctor" or ".cctor" => type + "." + type[(type.LastIndexOf('.') + 1)..],
                _ when Name.StartsWith("get_", StringComparison.Ordinal) => type + "." + Name[4..] + ".get",
                _ when Name.StartsWith("set_", StringComparison.Ordinal) => type + "." + Name[4..] + ".set",
                _ => type + "." + Name,
            };
        }
    }

    /// <inheritdoc/>
    public override string ToString() => FullName;
}
