// An event, and lists of delegates put together by hand.
using System;
using System.Runtime;

internal static class Events
{
    private static event Action? Changed;

    [RuntimeExport("contract_subscribe")]
    public static void Subscribe(Action handler) => Changed += handler;

    [RuntimeExport("contract_unsubscribe")]
    public static void Unsubscribe(Action handler) => Changed -= handler;

    [RuntimeExport("contract_raise")]
    public static void Raise() => Changed?.Invoke();
}
