using Mono.Cecil;
using Mono.Cecil.Cil;
using Tarn.Sdk.Tool.TypeTests;

namespace Tarn.Sdk.Tool.GenericVirtualMethods;

/// <summary>
/// Writes the assembly that knows which method a call of a generic virtual method runs: for each slot that is called, and each type of
/// which there are objects, the address of the method.
/// </summary>
/// <remarks>
/// <code>
/// static nint Find(nint methodTable, nint slot)
/// {
///     if (slot == handle of Shape.Select&lt;string&gt;)
///     {
///         if (methodTable == Circle) return address of Circle.Select&lt;string&gt;;
///         if (methodTable == Square) return address of Square.Select&lt;string&gt;;
///     }
///     …
///     return 0;
/// }
/// </code>
/// ILC makes code for each method whose address is taken, and the dictionary that shared code needs: that is what the second compilation is for.
/// In each compilation the assembly has besides what makes a delegate of each type in <see cref="TestedDelegates"/>.
/// </remarks>
internal sealed class LookupAssembly
{
    /// <summary>The assembly's name.</summary>
    public const string Name = "Tarn.GenericVirtualMethods";

    /// <summary>What the core library calls.</summary>
    public const string Symbol = "tarn_find_generic_virtual_method";

    private readonly ModuleDefinition _module;
    private readonly ProgramAssemblies _assemblies;
    private readonly TypeDefinition _type;
    private readonly TypeReference _nativeInteger;
    private readonly TypeReference _object;
    private readonly string _systemModule;

    private LookupAssembly(ProgramAssemblies assemblies, string systemModule)
    {
        _assemblies = assemblies;
        _systemModule = systemModule;
        var assembly = AssemblyDefinition.CreateAssembly(
            new AssemblyNameDefinition(Name, new Version(1, 0, 0, 0)),
            Name,
            new ModuleParameters { Kind = ModuleKind.Dll, Runtime = TargetRuntime.Net_4_0, AssemblyResolver = assemblies });
        _module = assembly.MainModule;
        _nativeInteger = Core("System.IntPtr");
        _object = Core("System.Object");
        _type = new TypeDefinition("", "GenericVirtualMethods", TypeAttributes.Abstract | TypeAttributes.Sealed, _object);
        _module.Types.Add(_type);
    }

    /// <summary>Writes the assembly of a program without such calls, or of which nobody knows yet whether it has any.</summary>
    public static void WriteFirst(string path, string systemModule, IReadOnlyList<string> assemblyPaths)
    {
        ProgramAssemblies? all = null;
        try
        {
            var tested = TestedDelegates.Find(assemblyPaths, () => all = new ProgramAssemblies(assemblyPaths));
            using var core = tested.Count == 0 ? new ProgramAssemblies(assemblyPaths.Where(assembly => Path.GetFileNameWithoutExtension(assembly) == systemModule)) : null;
            var lookup = new LookupAssembly(core ?? all!, systemModule);
            lookup.AddDelegates(tested);
            lookup.Save(path);
        }
        finally
        {
            all?.Dispose();
        }
    }

    /// <summary>Writes the assembly.</summary>
    /// <param name="path">The file.</param>
    /// <param name="assemblies">The program's assemblies.</param>
    /// <param name="systemModule">The name of the core library.</param>
    /// <param name="targets">For each slot, and each type, the method.</param>
    /// <param name="tested">Variant delegate types for which the program tests objects.</param>
    public static void Write(string path, ProgramAssemblies assemblies, string systemModule, IReadOnlyList<SlotTargets> targets, IReadOnlyList<GenericInstanceType> tested)
    {
        var lookup = new LookupAssembly(assemblies, systemModule);
        lookup.AddFind(targets);
        lookup.AddDelegates(tested);
        lookup.Save(path);
    }

    // The same bytes for the same program.
    private void Save(string path)
    {
        _module.Mvid = new Guid(0x7461726e, 0x6776, 0x6d00, 0, 0, 0, 0, 0, 0, 0, 0);
        _module.Assembly.Write(path, new WriterParameters { DeterministicMvid = true, Timestamp = 0 });
    }

    private TypeReference Core(string name) => _module.ImportReference(_assemblies.Find(_systemModule, name));

    private void AddFind(IReadOnlyList<SlotTargets> targets)
    {
        var find = new MethodDefinition("Find", MethodAttributes.Static | MethodAttributes.Assembly, _nativeInteger);
        find.Parameters.Add(new ParameterDefinition("methodTable", ParameterAttributes.None, _nativeInteger));
        find.Parameters.Add(new ParameterDefinition("slot", ParameterAttributes.None, _nativeInteger));
        Export(find, Symbol);
        var type = new VariableDefinition(Core("System.RuntimeTypeHandle"));
        var method = new VariableDefinition(Core("System.RuntimeMethodHandle"));
        find.Body.Variables.Add(type);
        find.Body.Variables.Add(method);
        var code = find.Body.GetILProcessor();
        foreach (var (slot, byType) in targets)
        {
            var nextSlot = code.Create(OpCodes.Nop);
            code.Emit(OpCodes.Ldarg_1);
            code.Emit(OpCodes.Ldtoken, Import(slot));
            EmitHandle(code, method);
            code.Emit(OpCodes.Bne_Un, nextSlot);
            foreach (var group in byType.GroupBy(pair => pair.Target.Key + (pair.IsUnboxed ? ExactTypes.Key(pair.Type) : "")))
            {
                var found = code.Create(OpCodes.Nop);
                var nextTarget = code.Create(OpCodes.Nop);
                foreach (var target in group)
                {
                    code.Emit(OpCodes.Ldarg_0);
                    code.Emit(OpCodes.Ldtoken, Import(target.Type));
                    EmitHandle(code, type);
                    code.Emit(OpCodes.Beq, found);
                }

                code.Emit(OpCodes.Br, nextTarget);
                code.Append(found);
                var first = group.First();
                code.Emit(OpCodes.Ldftn, first.IsUnboxed ? AddUnboxing(first) : Import(first.Target));
                code.Emit(OpCodes.Ret);
                code.Append(nextTarget);
            }

            code.Append(nextSlot);
        }

        code.Emit(OpCodes.Ldc_I4_0);
        code.Emit(OpCodes.Conv_I);
        code.Emit(OpCodes.Ret);
        _type.Methods.Add(find);
    }

    /// <summary>A method that makes a delegate of each type, of a method that does nothing. Nobody calls it: that it is there is enough.</summary>
    private void AddDelegates(IReadOnlyList<GenericInstanceType> types)
    {
        if (types.Count == 0)
        {
            return;
        }

        var nothing = new MethodDefinition("Nothing", MethodAttributes.Static | MethodAttributes.Assembly, Core("System.Void"));
        nothing.Body.GetILProcessor().Emit(OpCodes.Ret);
        _type.Methods.Add(nothing);

        var make = new MethodDefinition("MakeDelegates", MethodAttributes.Static | MethodAttributes.Assembly, Core("System.Void"));
        Export(make, "tarn_make_tested_delegates");
        var code = make.Body.GetILProcessor();
        foreach (var type in types)
        {
            code.Emit(OpCodes.Ldnull);
            code.Emit(OpCodes.Ldftn, nothing);
            code.Emit(OpCodes.Newobj, new MethodReference(".ctor", Core("System.Void"), Import(type))
            {
                HasThis = true,
                Parameters = { new ParameterDefinition(_object), new ParameterDefinition(_nativeInteger) },
            });
            code.Emit(OpCodes.Pop);
        }

        code.Emit(OpCodes.Ret);
        _type.Methods.Add(make);
    }

    private void Export(MethodDefinition method, string symbol)
    {
        var export = _assemblies.Find(_systemModule, "System.Runtime.RuntimeExportAttribute").Methods
            .First(constructor => constructor.IsConstructor && constructor.Parameters is [{ ParameterType.FullName: "System.String" }]);
        method.CustomAttributes.Add(new CustomAttribute(_module.ImportReference(export))
        {
            ConstructorArguments = { new CustomAttributeArgument(Core("System.String"), symbol) },
        });
    }

    private static void EmitHandle(ILProcessor code, VariableDefinition handle)
    {
        code.Emit(OpCodes.Stloc, handle);
        code.Emit(OpCodes.Ldloca, handle);
        code.Emit(OpCodes.Ldind_I);
    }

    // A struct's method takes a reference to the struct, and who calls the slot has the object that it is boxed in.
    private MethodDefinition AddUnboxing(TypeTarget target)
    {
        var exact = target.Target;
        var ofType = ExactTypes.Arguments(exact.Owner);
        var stub = new MethodDefinition(
            $"Unboxed{_type.Methods.Count}",
            MethodAttributes.Static | MethodAttributes.Assembly,
            Import(ExactTypes.Inflate(exact.Definition.ReturnType, ofType, exact.Arguments)));
        stub.Parameters.Add(new ParameterDefinition(_object));
        var code = stub.Body.GetILProcessor();
        code.Emit(OpCodes.Ldarg_0);
        code.Emit(OpCodes.Unbox, Import(target.Type));
        foreach (var parameter in exact.Definition.Parameters)
        {
            var copy = new ParameterDefinition(Import(ExactTypes.Inflate(parameter.ParameterType, ofType, exact.Arguments)));
            stub.Parameters.Add(copy);
            code.Emit(OpCodes.Ldarg, copy);
        }

        code.Emit(OpCodes.Call, Import(exact));
        code.Emit(OpCodes.Ret);
        _type.Methods.Add(stub);
        return stub;
    }

    private TypeReference Import(TypeReference type) => type switch
    {
        GenericInstanceType generic => Instance(generic),
        ArrayType { IsVector: true } array => new ArrayType(Import(array.ElementType)),
        ArrayType array => new ArrayType(Import(array.ElementType), array.Rank),
        ByReferenceType reference => new ByReferenceType(Import(reference.ElementType)),
        PointerType pointer => new PointerType(Import(pointer.ElementType)),
        TypeSpecification other => _module.ImportReference(other),
        _ => _module.ImportReference(ExactTypes.Definition(type)),
    };

    private GenericInstanceType Instance(GenericInstanceType generic)
    {
        var imported = new GenericInstanceType(Import(generic.ElementType));
        foreach (var argument in generic.GenericArguments)
        {
            imported.GenericArguments.Add(Import(argument));
        }

        return imported;
    }

    private GenericInstanceMethod Import(ExactMethod exact)
    {
        var open = _module.ImportReference(exact.Definition);
        var method = new MethodReference(open.Name, open.ReturnType, Import(exact.Owner)) { HasThis = true, CallingConvention = open.CallingConvention };
        foreach (var parameter in open.Parameters)
        {
            method.Parameters.Add(new ParameterDefinition(parameter.ParameterType));
        }

        foreach (var parameter in open.GenericParameters)
        {
            method.GenericParameters.Add(new GenericParameter(parameter.Name, method));
        }

        var instance = new GenericInstanceMethod(method);
        foreach (var argument in exact.Arguments)
        {
            instance.GenericArguments.Add(Import(argument));
        }

        return instance;
    }
}
