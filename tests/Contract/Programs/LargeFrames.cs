// A method whose locals take more than a page of stack.
using System.Runtime;
using System.Runtime.CompilerServices;

internal static unsafe class LargeFrames
{
    [RuntimeExport("contract_large_frame")]
    public static int LargeFrame(int index)
    {
        Large large = default;
        Touch(&large);
        return large.Words[index & 1023];
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Touch(Large* large) => large->Words[7] = 1;

    private struct Large
    {
        public fixed int Words[2048];
    }
}
