using Tarn.Sdk.Tool.Diagnostics;

namespace Tarn.Sdk.Tool.InterruptSafety;

/// <summary>What interrupt handlers must not do.</summary>
internal static class HandlerRules
{
    public static readonly HandlerRule Allocates = new(BuildErrorCode.HandlerAllocates, "allocates");
    public static readonly HandlerRule Throws = new(BuildErrorCode.HandlerThrows, "can throw");
    public static readonly HandlerRule ChecksBounds = new(BuildErrorCode.HandlerChecksBounds, "uses an index that nothing guards");
    public static readonly HandlerRule Casts = new(BuildErrorCode.HandlerCasts, "makes a cast or a check of a type");
    public static readonly HandlerRule Locks = new(BuildErrorCode.HandlerLocks, "takes a lock that a task can hold");
    public static readonly HandlerRule Prints = new(BuildErrorCode.HandlerPrints, "prints");

    public static readonly HandlerRule CallsIndirectly =
        new(BuildErrorCode.HandlerCallsIndirectly, "makes an indirect call that is not declared");

    public static readonly HandlerRule Fails = new(BuildErrorCode.HandlerFails, "can end the kernel or raise an exception");

    public static readonly HandlerRule RunsStaticConstructor =
        new(BuildErrorCode.HandlerRunsStaticConstructor, "can run a static constructor");

    public static readonly HandlerRule LetsInterruptsIn =
        new(BuildErrorCode.HandlerLetsInterruptsIn, "lets interrupts in or waits for one");

    public static readonly HandlerRule Recurses = new(BuildErrorCode.HandlerRecurses, "calls itself");
    public static readonly HandlerRule NotFollowed = new(BuildErrorCode.HandlerNotFollowed, "cannot be followed");
}
