using Tarn.Sdk.Tool.Diagnostics;

namespace Tarn.Sdk.Tool.Parts;

/// <summary>Whether the parts of an image fit together; where they do not, what to change in the project.</summary>
internal static class PartsCheck
{
    /// <summary>The errors of a list of parts.</summary>
    public static IEnumerable<BuildError> Check(PartsList parts) =>
        [.. CheckVersions(parts), .. CheckAllocator(parts), .. CheckCollector(parts), .. CheckContracts(parts), .. CheckTests(parts)];

    private static IEnumerable<BuildError> CheckVersions(PartsList parts) =>
        parts.Packages.Where(package => package.BuiltFor != parts.Version).Select(package => new BuildError(
            BuildErrorCode.PackageOfOtherVersion,
            $"{package.Name} {package.Version} was built for Tarn {package.BuiltFor}, and this project's Tarn.Sdk is {parts.Version}: "
            + $"take a version of {package.Name} that was built for {parts.Version}, or change the project's first line to Sdk=\"Tarn.Sdk/{package.BuiltFor}\""));

    private static IEnumerable<BuildError> CheckAllocator(PartsList parts)
    {
        var allocators = parts.Packages.Where(package => package.IsAllocator).Select(package => package.Name).ToList();
        if (parts.OwnAllocatorType.Length != 0)
        {
            allocators.Add(parts.OwnAllocatorType);
        }

        if (allocators.Count > 1)
        {
            yield return new BuildError(
                BuildErrorCode.SeveralAllocators,
                $"the kernel has {allocators.Count} allocators and one heap: {string.Join(" and ", allocators)}; keep one, and remove the other: "
                + "an allocator comes in by a PackageReference, by TarnAllocator, or by TarnAllocatorType");
        }
        else if (allocators.Count == 0 && parts.HasHeap)
        {
            yield return new BuildError(
                BuildErrorCode.NoAllocator,
                "the kernel has no allocator for its heap: add <TarnAllocator>FixedSizeBlock</TarnAllocator> (or LinkedList, or Bump) to a PropertyGroup of the project, "
                + "or a PackageReference to an allocator, or <TarnAllocatorType> with the full name of a type of your own");
        }
    }

    private static IEnumerable<BuildError> CheckCollector(PartsList parts)
    {
        if (parts.Packages.Any(package => package.Name == "Tarn.Collector") && parts.Packages.Any(package => package.Name == "Tarn.Allocators.Bump"))
        {
            yield return new BuildError(
                BuildErrorCode.CollectorWithoutReuse,
                "the kernel has a collector, and its allocator gives nothing back before all is free: change <TarnAllocator>Bump</TarnAllocator> to FixedSizeBlock or LinkedList, "
                + "or remove the PackageReference to Tarn.Collector");
        }
    }

    private static IEnumerable<BuildError> CheckContracts(PartsList parts)
    {
        var offered = parts.Packages.SelectMany(package => package.Contracts).Concat(parts.OwnContracts).ToHashSet();
        foreach (var package in parts.Packages)
        {
            foreach (var contract in package.RequiredContracts.Where(contract => !offered.Contains(contract)))
            {
                var providers = parts.Providers.Where(provider => provider.Contracts.Contains(contract)).Select(provider => $"<PackageReference Include=\"{provider.Package}\" />").ToList();
                var remedy = providers.Count == 0 ? $"reference a package that implements {contract}" : $"add {string.Join(" or ", providers)}";
                yield return new BuildError(
                    BuildErrorCode.ContractMissing,
                    $"{package.Name} needs {contract}, and no part of this kernel implements it: {remedy}; "
                    + $"or implement it in this project, and say so by <TarnContracts>{contract}</TarnContracts>");
            }
        }
    }

    private static IEnumerable<BuildError> CheckTests(PartsList parts)
    {
        if (parts.IsTestImage && parts.Packages.All(package => package.Name != "Tarn.Testing"))
        {
            yield return new BuildError(
                BuildErrorCode.NoTests, "the kernel has no tests: add <PackageReference Include=\"Tarn.Testing\" />, and mark methods with [KernelTest]");
        }
    }
}
