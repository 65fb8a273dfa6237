using System;
using Tarn.Testing;

namespace Tarn.Tests.WithoutUnwinder;

/// <summary>What becomes of exceptions in an image that leaves the unwinder out. The host's WithoutUnwinderTests say what each must end in.</summary>
internal static class Cases
{
    // Nothing is ever put in; the compiler does not know.
    private static readonly Exception?[] s_nothing = new Exception?[1];

    [KernelTest(Name = "Passes")]
    public static void Passes()
    {
        try
        {
            Console.WriteLine("in the try block");
        }
        finally
        {
            Console.WriteLine("in the finally block");
        }
    }

    [KernelTest(Name = "Throws")]
    public static void Throws()
    {
        try
        {
            throw new InvalidOperationException("nobody can catch this");
        }
        catch (InvalidOperationException)
        {
            Console.WriteLine("caught");
        }
    }

    [KernelTest(Name = "Faults")]
    public static void Faults()
    {
        try
        {
            Console.WriteLine(s_nothing[0]!.Message);
        }
        catch (NullReferenceException)
        {
            Console.WriteLine("caught");
        }
    }
}
