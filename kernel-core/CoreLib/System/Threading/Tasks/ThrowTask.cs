using System.Runtime.ExceptionServices;

namespace System.Threading.Tasks;

/// <summary>Throws in its turn: an exception that is unhandled.</summary>
internal sealed class ThrowTask : Task
{
    private readonly ExceptionDispatchInfo _exception;

    internal ThrowTask(Exception exception)
    {
        _exception = ExceptionDispatchInfo.Capture(exception);
        Account = TaskExecutor.Installed?.Current;
    }

    internal override void TakeTurn() => _exception.Throw();
}
