namespace System.Runtime.CompilerServices;

[AttributeUsage(AttributeTargets.Method, AllowMultiple = false, Inherited = false)]
public sealed class AsyncStateMachineAttribute : StateMachineAttribute
{
    public AsyncStateMachineAttribute(Type stateMachineType)
        : base(stateMachineType)
    {
    }
}
