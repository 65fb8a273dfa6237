using System;
using System.Threading.Tasks;

namespace Tarn.Tests.Tasks;

/// <summary>Strikes at chosen steps of a <see cref="ReadyQueue{TProbe}"/>.</summary>
internal readonly struct InterruptingProbe : IQueueProbe
{
    private static int s_step;
    private static bool s_isInHandler;
    private static Func<int, bool>? s_strikes;
    private static Action? s_handler;

    /// <summary>How many steps there were since the last <see cref="Arm"/>.</summary>
    public static int Steps => s_step;

    /// <summary>Has a handler run at the steps that are chosen. A handler is not interrupted itself.</summary>
    public static void Arm(Func<int, bool> strikes, Action handler)
    {
        s_step = 0;
        s_isInHandler = false;
        s_strikes = strikes;
        s_handler = handler;
    }

    public static void Disarm() => s_strikes = null;

    /// <inheritdoc/>
    public static void Step()
    {
        if (s_strikes is not { } strikes || s_isInHandler)
        {
            return;
        }

        if (strikes(s_step++))
        {
            s_isInHandler = true;
            s_handler!();
            s_isInHandler = false;
        }
    }
}
