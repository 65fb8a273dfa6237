namespace System.Threading.Tasks;

/// <summary>Who is told when the time of a <see cref="TaskTimer"/> has come.</summary>
internal interface ITimerOwner
{
    /// <summary>The time has come. In a turn of the executor's; the timer is no longer armed, and may be armed again.</summary>
    void OnElapsed();
}
