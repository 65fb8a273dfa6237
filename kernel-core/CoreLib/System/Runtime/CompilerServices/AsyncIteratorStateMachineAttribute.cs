namespace System.Runtime.CompilerServices;

[AttributeUsage(AttributeTargets.Method, AllowMultiple = false, Inherited = false)]
public sealed class AsyncIteratorStateMachineAttribute : StateMachineAttribute
{
    public AsyncIteratorStateMachineAttribute(Type stateMachineType)
        : base(stateMachineType)
    {
    }
}
