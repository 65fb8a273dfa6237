using System.Threading.Tasks;

namespace System.Runtime.CompilerServices;

/// <summary>Tasks that ended with results that are common. Made when first asked for.</summary>
internal static class CompletedTasks
{
    private const int FirstNumber = -1;
    private const int NumberCount = 10;

    private static Task<bool>? s_true;
    private static Task<int>?[]? s_numbers;

    internal static Task<bool> Of(bool result) => result ? s_true ??= new Task<bool>(true) : Task<bool>.Default;

    /// <summary>Whether there is one task for all uses of this number.</summary>
    internal static bool Covers(int number) => (uint)(number - FirstNumber) < NumberCount;

    internal static Task<int> Of(int number)
    {
        var numbers = s_numbers ??= new Task<int>?[NumberCount];
        return numbers[number - FirstNumber] ??= new Task<int>(number);
    }
}
