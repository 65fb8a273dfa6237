namespace System.Runtime.CompilerServices;

/// <summary>What the compiler makes of an <c>async</c> method.</summary>
public interface IAsyncStateMachine
{
    /// <summary>Runs on to the next <c>await</c> that has to wait, or to the end.</summary>
    void MoveNext();

    void SetStateMachine(IAsyncStateMachine stateMachine);
}
