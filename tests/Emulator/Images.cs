using Tarn.Tests.Emulator.Machine;

namespace Tarn.Tests.Emulator;

/// <summary>Where the images are that this run is about.</summary>
/// <remarks>
/// <c>TARN_IMAGES</c> names the folder (<c>artifacts/images</c> of this clone if unset). <c>TARN_VARIANTS</c> lists the variants of the test
/// kernel, with blanks between (<c>fixed-size-block linked-list</c>): <c>tests-NAME.elf</c> with its managed assembly <c>tests-NAME.dll</c>
/// beside it, the reference kernel <c>tarn-NAME.elf</c>, and what the test kernel has about exceptions once more without optimisation,
/// <c>exceptions-NAME-debug.elf</c>. Unset, it is every release variant whose test kernel is in the folder. An image
/// that is asked for and missing is a failure.
/// </remarks>
internal static class Images
{
    private const string TestPrefix = "tests-";
    private const string ExceptionsPrefix = "exceptions-";

    /// <summary>The kernels with a collector, whose cases are about it: their names as test kernels and as images begin with this.</summary>
    private const string CollectorPrefix = "collector-";
    private const string DebugSuffix = "-debug";
    private const string StressSuffix = "-stress";

    // Lazy, so that each test fails with the reason itself if there is none.
    private static readonly Lazy<string> FoundDirectory = new(FindFolder);
    private static readonly Lazy<IReadOnlyList<string>> FoundVariants = new(FindVariants);

    /// <summary>The folder.</summary>
    public static string Directory => FoundDirectory.Value;

    /// <summary>The variants of the test kernel.</summary>
    /// <exception cref="InvalidOperationException">There is none.</exception>
    public static IReadOnlyList<string> Variants => FoundVariants.Value;

    /// <summary>Whether the images were compiled without optimisation.</summary>
    public static bool AreDebug => Variants[0].EndsWith(DebugSuffix, StringComparison.Ordinal);

    /// <summary>The reference kernel of the first variant.</summary>
    public static string Reference => ReferenceOf(Variants[0]);

    /// <summary>The reference kernel of a variant.</summary>
    public static string ReferenceOf(string variant) => Path.Combine(Directory, $"tarn-{variant}.elf");

    /// <summary>The reference kernel of the first variant, composed without the monitor.</summary>
    public static string WithoutMonitor => AreDebug
        ? ReferenceOf($"{AllocatorOf(Variants[0])}-without-monitor{DebugSuffix}")
        : ReferenceOf($"{Variants[0]}-without-monitor");

    /// <summary>The name of a variant's allocator, as the kernel says it.</summary>
    public static string AllocatorOf(string variant) => variant.EndsWith(DebugSuffix, StringComparison.Ordinal) ? variant[..^DebugSuffix.Length] : variant;

    /// <summary>The kernel that misbehaves on purpose.</summary>
    public static string Misbehaving => Of("misbehaving");

    /// <summary>The kernel whose cases are meant to fail.</summary>
    public static string Failing => Of("failing");

    /// <summary>The kernel that leaves the unwinder out.</summary>
    public static string WithoutUnwinder => Of("without-unwinder");

    /// <summary>The reference kernel of the first variant without the unwinder, for what that costs.</summary>
    public static string ReferenceWithoutUnwinder => Of("reference-without-unwinder");

    /// <summary>The same without the collector.</summary>
    public static string ReferenceWithoutCollector => Of("reference-without-collector");

    /// <summary>The same without names.</summary>
    public static string ReferenceWithoutNames => Of("reference-without-names");

    /// <summary>The kernel that says what is typed.</summary>
    public static string Input => Of("input");

    /// <summary>The kernels whose cases are tests: those of the variants and, where these are optimised, those that are not and have exceptions for
    /// their subject. Their names say the variant.</summary>
    public static IEnumerable<string> TestKernels =>
        AreDebug ? Variants : Variants.Concat(Variants.Select(variant => variant + DebugSuffix)).Concat(CollectorKernels).Concat(StressedKernels);

    /// <summary>The test kernels with a collector that is stressed: it collects before every allocation, overwrites what it frees and verifies the heap.</summary>
    public static IEnumerable<string> StressedKernels => CollectingVariants.Select(variant => variant + StressSuffix);

    /// <summary>Those with a collector: of the variants whose allocator frees. (Bump gives back nothing before all is free.)</summary>
    public static IEnumerable<string> CollectorKernels => CollectingVariants.Select(variant => CollectorPrefix + variant);

    private static IEnumerable<string> CollectingVariants => Variants.Where(variant => variant != "bump");

    /// <summary>The image of a test kernel.</summary>
    /// <param name="name">One of <see cref="TestKernels"/>.</param>
    public static string TestKernel(string name) => Path.Combine(Directory, $"{PrefixOf(name)}{name}.elf");

    /// <summary>The managed assembly that a test kernel was compiled from, which lists its cases.</summary>
    /// <param name="name">One of <see cref="TestKernels"/>.</param>
    public static string TestAssembly(string name) => Path.ChangeExtension(TestKernel(name), ".dll");

    /// <summary>The machine that a test kernel boots on.</summary>
    public static QemuOptions TestMachine(string name) => new(TestKernel(name)) { CountsInstructions = true };

    /// <summary>Whether the collector of a test kernel is stressed.</summary>
    public static bool IsStressed(string name) => name.EndsWith(StressSuffix, StringComparison.Ordinal);

    private static string PrefixOf(string name) =>
        name.StartsWith(CollectorPrefix, StringComparison.Ordinal) ? string.Empty : Variants.Contains(name) || IsStressed(name) ? TestPrefix : ExceptionsPrefix;

    private static string Of(string name) => Path.Combine(Directory, AreDebug ? $"{name}{DebugSuffix}.elf" : $"{name}.elf");

    private static string FindFolder()
    {
        if (Environment.GetEnvironmentVariable("TARN_IMAGES") is { Length: > 0 } asked)
        {
            return asked;
        }

        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (folder.Name == "artifacts")
            {
                return Path.Combine(folder.FullName, "images");
            }
        }

        throw new InvalidOperationException("The tests do not run from a clone's artifacts: set TARN_IMAGES to the folder of the images.");
    }

    private static string[] FindVariants()
    {
        var asked = (Environment.GetEnvironmentVariable("TARN_VARIANTS") ?? string.Empty).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (asked.Length > 0)
        {
            return asked;
        }

        var found = System.IO.Directory.Exists(Directory)
            ? System.IO.Directory.GetFiles(Directory, TestPrefix + "*.elf")
                .Select(file => Path.GetFileNameWithoutExtension(file)[TestPrefix.Length..])
                .Where(variant => !variant.EndsWith(DebugSuffix, StringComparison.Ordinal) && !IsStressed(variant))
                .Order()
                .ToArray()
            : [];
        return found.Length > 0
            ? found
            : throw new InvalidOperationException($"There is no test kernel in {Directory}; ./build.sh Test builds it.");
    }
}
