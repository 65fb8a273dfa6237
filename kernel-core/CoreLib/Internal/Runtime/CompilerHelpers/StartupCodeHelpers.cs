using System;
using System.Runtime;
using System.Runtime.CompilerServices;

namespace Internal.Runtime.CompilerHelpers;

/// <summary>Brings what ILC compiled to life: static fields, and code that runs before any other.</summary>
/// <remarks>Source of the formats: ILC 10.0 (dotnet/runtime, <c>ReadyToRunHeaderNode.cs</c>, <c>GCStaticsNode.cs</c>,
/// <c>StartupCodeHelpers.cs</c>).</remarks>
internal static unsafe class StartupCodeHelpers
{
    // The low bits of a word that will refer to the static fields of a type.
    private const nint StaticsUninitialized = 1;
    private const nint StaticsHavePreinitializedData = 2;
    private const nint StaticsMask = 3;

    /// <summary>Called once from <c>tarn_corelib_initialize</c>, before any other C#.</summary>
    [RuntimeExport("tarn_corelib_initialize_modules")]
    private static void InitializeModules()
    {
        var module = ReadyToRunHeader.FindOnly();
        InitializeStatics(module);
        ThreadStatics.Initialize(module);
        OutOfMemoryException.Preallocate();
        ClassConstructorRunner.Preallocate();
        RunInitializers(module, ReadyToRunSection.EagerConstructors);
        RunInitializers(module, ReadyToRunSection.ModuleInitializers);
    }

    /// <summary>
    /// The static fields of a type that are references live in an object of their own. The section lists, as relative pointers, words of
    /// the data section, each of which leads by a relative pointer (tagged in its low bits) to the method table of that object, and is
    /// replaced by the reference to it. After it may come a relative pointer to the fields as they were computed at compile time.
    /// </summary>
    private static void InitializeStatics(ReadyToRunHeader* module)
    {
        var start = module->Section(ReadyToRunSection.GCStatics, out var byteCount);
        for (var block = (int*)start; (byte*)block < start + byteCount; block++)
        {
            var word = (int*)Target(block);
            var value = (nint)Target(word);
            if ((value & StaticsUninitialized) == 0)
            {
                continue;
            }

            var type = (MethodTable*)(value & ~StaticsMask);
            var statics = RuntimeExports.RhNewObject(type);
            if ((value & StaticsHavePreinitializedData) != 0)
            {
                SpanHelpers.Memmove(ref statics.GetRawData(), ref *Target(word + 1), type->BaseSize - (2 * (nuint)sizeof(nint)));
            }

            *(object*)word = statics;
        }
    }

    private static void RunInitializers(ReadyToRunHeader* module, ReadyToRunSection section)
    {
        var start = module->Section(section, out var byteCount);
        for (var initializer = (int*)start; (byte*)initializer < start + byteCount; initializer++)
        {
            ((delegate*<void>)Target(initializer))();
        }
    }

    private static byte* Target(int* relativePointer) => (byte*)relativePointer + *relativePointer;
}
