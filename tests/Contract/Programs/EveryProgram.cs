// The least there can be. What ILC looks for whatever the program does is in EveryProgramTests.
using System.Runtime;

internal static class EveryProgram
{
    [RuntimeExport("contract_least")]
    public static int Least() => 42;
}
