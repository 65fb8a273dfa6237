using System;
using System.Runtime.CompilerServices;

namespace Tarn.Tests.Kernel.Cases;

/// <summary>What a <see cref="NullTask"/> waits for: nothing that anybody would know of.</summary>
internal readonly struct NullWait : ICriticalNotifyCompletion
{
    public bool IsCompleted => false;

    public NullWait GetAwaiter() => this;

    public void GetResult()
    {
    }

    public void OnCompleted(Action continuation) => throw new NotSupportedException();

    public void UnsafeOnCompleted(Action continuation) => throw new NotSupportedException();
}
