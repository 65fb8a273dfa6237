using Tarn.Arch.X86_64;
using Tarn.Testing;

namespace MyKernel;

/// <summary>Tests that run inside the kernel, on the machine: `dotnet test` boots it, runs each, and says which failed.</summary>
internal static class Tests
{
    [KernelTest]
    public static void DigitsAreRead() => Expect.Equal(59, RealTimeClock<PortSpace>.FromDigits(0x59));

    [KernelTest]
    public static void TheClockShowsATimeOfDay()
    {
        var (hour, minute, second) = new RealTimeClock<PortSpace>(default).ReadTime();

        Expect.InRange(hour, 0, 23);
        Expect.InRange(minute, 0, 59);
        Expect.InRange(second, 0, 59);
    }
}
