using Tarn.Sdk.Tool.Commands;
using Tarn.Sdk.Tool.Diagnostics;

namespace Tarn.Sdk.Tool;

/// <summary>The program that the image targets run: <c>dotnet exec Tarn.Sdk.Tool.dll &lt;verb&gt; …</c>.</summary>
internal static class Program
{
    private const string Usage = """
        usage: Tarn.Sdk.Tool compile --response FILE --ilc FILE [--log FILE] [--source-root FROM=TO]...
               Tarn.Sdk.Tool compile --toolchain Bflat --response FILE --sources FILE [--log FILE] [--source-root FROM=TO]...
               Tarn.Sdk.Tool link --response FILE --program FILE [--linker FILE] [--log FILE] [--source-root FROM=TO]...
                                 [--image FILE [--names OBJECT --statistics FILE [--enumerations OBJECT] [--names-list FILE]]
                                               [--unwinding OBJECT --frames-response FILE --frames-image FILE]]
               Tarn.Sdk.Tool check-handlers --image FILE --program FILE --report FILE [--declarations FILE] [--source-root FROM=TO]...
               Tarn.Sdk.Tool check-parts --parts FILE --project FILE
               Tarn.Sdk.Tool libraries --core FILE --folder FOLDER --name NAME... --output FOLDER [--project FILE]
               Tarn.Sdk.Tool enter --assembly FILE --output FILE
               Tarn.Sdk.Tool run --image FILE [--append TEXT] [--headless true] [--qemu ARGUMENTS] [--source-root FROM=TO]... [-- WORD...]
               Tarn.Sdk.Tool test --image FILE --assembly FILE [--filter EXPRESSION] [--list true]
        """;

    public static int Main(string[] arguments)
    {
        try
        {
            return arguments switch
            {
                ["compile", .. var rest] => CompileCommand.Run(rest, Console.Out, Environment.GetEnvironmentVariable),
                ["link", .. var rest] => LinkCommand.Run(rest, Console.Out, Environment.GetEnvironmentVariable),
                ["check-handlers", .. var rest] => CheckHandlersCommand.Run(rest, Console.Out),
                ["check-parts", .. var rest] => CheckPartsCommand.Run(rest, Console.Out),
                ["libraries", .. var rest] => LibrariesCommand.Run(rest, Console.Out),
                ["enter", .. var rest] => EnterCommand.Run(rest, Console.Out),
                ["run", .. var rest] => RunCommand.Run(rest, Console.Out, Environment.GetEnvironmentVariable),
                ["test", .. var rest] => TestCommand.Run(rest, Console.Out, Environment.GetEnvironmentVariable),
                _ => throw new ToolUsageException(arguments is [var verb, ..] ? $"unknown verb '{verb}'" : "a verb is missing"),
            };
        }
        catch (ToolUsageException exception)
        {
            Console.Out.WriteLine(new BuildError(BuildErrorCode.Usage, exception.Message));
            Console.Out.WriteLine(Usage);
            return 2;
        }
    }
}
