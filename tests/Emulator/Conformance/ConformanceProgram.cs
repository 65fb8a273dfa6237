using System.Collections.Concurrent;
using System.Reflection;
using System.Runtime.ExceptionServices;
using System.Text;

namespace Tarn.Tests.Emulator.Conformance;

/// <summary>The conformance programs, as they run on .NET.</summary>
internal static class ConformanceProgram
{
    /// <summary>Each runs once only: it may have statics, and in a kernel it starts with fresh ones.</summary>
    private static readonly ConcurrentDictionary<string, byte[]> Outputs = new();
    private static readonly Lock ConsoleLock = new();

    /// <summary>The full names of the programs' classes.</summary>
    public static IEnumerable<string> All =>
        from type in Assembly.GetExecutingAssembly().GetTypes()
        where type is { IsPublic: true, Namespace: "Tarn.Conformance", IsAbstract: true, IsSealed: true } && FindRun(type) is not null
        orderby type.FullName
        select type.FullName;

    /// <summary>What a program prints on .NET, in UTF-8.</summary>
    /// <param name="type">The full name of its class.</param>
    /// <exception cref="InvalidOperationException">The program is not compiled into this assembly.</exception>
    public static byte[] OutputOf(string type) => Outputs.GetOrAdd(type, Run);

    private static byte[] Run(string typeName)
    {
        var method = FindRun(Assembly.GetExecutingAssembly().GetType(typeName))
            ?? throw new InvalidOperationException($"{typeName} is in the kernel, and not among the programs that are compiled for .NET.");
        using var text = new StringWriter { NewLine = "\n" };
        lock (ConsoleLock)
        {
            var console = Console.Out;
            Console.SetOut(text);
            try
            {
                RunOnOwnThread(method.CreateDelegate<Action>());
            }
            finally
            {
                Console.SetOut(console);
            }
        }

        return Encoding.UTF8.GetBytes(text.ToString());
    }

    /// <summary>As in a process of its own: the context and the scheduler of the test runner would have what waits for a task resumed
    /// elsewhere.</summary>
    private static void RunOnOwnThread(Action program)
    {
        ExceptionDispatchInfo? failure = null;
        var thread = new Thread(() =>
        {
            try
            {
                program();
            }
            catch (Exception exception)
            {
                failure = ExceptionDispatchInfo.Capture(exception);
            }
        });
        thread.Start();
        thread.Join();
        failure?.Throw();
    }

    private static MethodInfo? FindRun(Type? type) => type?.GetMethod("Run", BindingFlags.Public | BindingFlags.Static, []);
}
