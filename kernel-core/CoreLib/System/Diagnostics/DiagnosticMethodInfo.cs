using System.Text;
using Tarn.Names;

namespace System.Diagnostics;

/// <summary>What a stack frame's method is called. .NET also says in which assembly it is; an image has none.</summary>
public sealed class DiagnosticMethodInfo
{
    private DiagnosticMethodInfo(string name, string? declaringTypeName)
    {
        Name = name;
        DeclaringTypeName = declaringTypeName;
    }

    /// <summary>The method's name, without parameters.</summary>
    public string Name { get; }

    /// <summary>The full name of the type that declares it, without type arguments; null for assembly code.</summary>
    public string? DeclaringTypeName { get; }

    /// <summary>Null where the image has no name for the method.</summary>
    public static DiagnosticMethodInfo? Create(StackFrame frame)
    {
        ArgumentNullException.ThrowIfNull(frame);
        if (!ImageNames.AreLinked)
        {
            return null;
        }

        var table = ImageNames.Table;
        if (!table.TryFindMethod((ulong)frame.Address, out var method))
        {
            return null;
        }

        var name = StackTraceText.ToString(table.ReadWithoutType(method));
        var end = name.IndexOfAny(['(', '['], 1);
        var type = method.TryGetDeclaringType(out var declaring) ? StackTraceText.ToString(table.Read(declaring, hasParameters: false)) : null;
        return new DiagnosticMethodInfo(end < 0 ? name : name.Substring(0, end), type);
    }
}
