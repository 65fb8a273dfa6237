namespace Tarn.Arch.X86_64;

/// <summary>The way of calls from ring 3 to a handler of this type.</summary>
internal static unsafe class UserCallGate<TCalls>
    where TCalls : struct, IUserCallHandler
{
    private static TCalls s_handler;

    /// <summary>Leads calls to a handler.</summary>
    internal static void Open(TCalls handler)
    {
        s_handler = handler;
        InterruptVectors.Set(InterruptDescriptorTable.CallVector, &Serve);
    }

    private static void Serve(InterruptFrame* frame)
    {
        if (!frame->IsFromRing3)
        {
            InterruptVectors.CountUnclaimed(frame);
            return;
        }

        frame->Rax = s_handler.OnCall(frame->Rax, frame->Rdi, frame->Rsi, frame->Rdx);
    }
}
