using System;
using System.Threading.Tasks;
using Tarn.Kernel;
using Tarn.Tasks;

namespace Tarn.Monitor;

/// <summary><c>tasks</c>: the tasks that have not ended, and what they have cost; or makes some that end soon.</summary>
/// <typeparam name="TPlatform">The processor.</typeparam>
/// <remarks>
/// Times are measured in the platform's time-stamps; how many of them a microsecond has is reckoned from the time since this was made, by the
/// clock. Without a clock they are shown as they are.
/// </remarks>
public sealed class TasksCommand<TPlatform> : MonitorCommand
    where TPlatform : struct, IExecutorPlatform
{
    private const ulong MostSpawned = 1000;

    private readonly Executor<TPlatform> _executor;
    private readonly IClock? _clock;
    private readonly long _startMicroseconds;
    private readonly ulong _startTimestamp;

    // Not readonly: a call on a readonly field of a type argument works on a copy.
    private TPlatform _platform;

    /// <summary>Looks at an executor.</summary>
    /// <param name="executor">The executor.</param>
    /// <param name="platform">Its processor.</param>
    /// <param name="clock">What time-stamps are compared with; null where there is none.</param>
    public TasksCommand(Executor<TPlatform> executor, TPlatform platform, IClock? clock)
    {
        _executor = executor;
        _platform = platform;
        _clock = clock;
        _startMicroseconds = Microseconds;
        _startTimestamp = _platform.Timestamp;
    }

    /// <inheritdoc/>
    public override ReadOnlySpan<byte> Name => "tasks"u8;

    /// <inheritdoc/>
    public override ReadOnlySpan<byte> Parameters => "[COUNT]"u8;

    /// <inheritdoc/>
    public override ReadOnlySpan<byte> Summary => "lists the tasks that have not ended, or spawns some that end soon"u8;

    private long Microseconds => _clock is null ? 0 : _clock.Elapsed.Ticks / TimeSpan.TicksPerMicrosecond;

    /// <inheritdoc/>
    public override void Run(CommandArguments arguments)
    {
        if (!arguments.Rest.IsEmpty)
        {
            Spawn(arguments.Rest);
            return;
        }

        var microseconds = (ulong)(Microseconds - _startMicroseconds);
        var rate = microseconds == 0 ? 0 : (_platform.Timestamp - _startTimestamp) / microseconds;
        Console.WriteLine($"  id  name             state    priority      polls      wakes  {(rate == 0 ? "time-stamps" : "         us")}");
        foreach (var task in _executor.Tasks)
        {
            var state = ReferenceEquals(task, _executor.Current) ? "running" : "waiting";
            var priority = task.Priority == TaskPriority.Urgent ? "urgent" : "ordinary";
            var time = task.Time / Math.Max(rate, 1);
            Console.WriteLine($"{task.Number,4}  {task.Name,-16} {state}  {priority,-8} {task.Polls,10} {task.Wakes,10} {time,12}");
        }

        Console.WriteLine($"The processor has gone to sleep {_executor.Sleeps} times.");
    }

    private static async Task EndNextTurnAsync() => await Task.Yield();

    private void Spawn(ReadOnlySpan<byte> word)
    {
        if (!CommandArguments.TryReadSize(word, out var count) || count - 1 >= MostSpawned)
        {
            Console.WriteLine($"'{word}' is no number from 1 to {MostSpawned}.");
            return;
        }

        for (var spawned = 0UL; spawned < count; spawned++)
        {
            _executor.Spawn("short", EndNextTurnAsync);
        }

        Console.WriteLine($"{count} tasks spawned");
    }
}
