namespace System.Threading.Tasks;

/// <summary>A moment that somebody waits for. The links belong to the executor's timer queue, so that arming one needs no memory.</summary>
internal sealed class TaskTimer(ITimerOwner owner)
{
    /// <summary>In the executor's time, in units of <see cref="TimeSpan.Ticks"/>.</summary>
    internal long Deadline;

    /// <summary>Tells timers of one deadline apart: the one armed first comes first.</summary>
    internal ulong Order;

    internal TaskTimer? FirstChild;
    internal TaskTimer? NextSibling;

    /// <summary>The sibling before, or of a first child the parent; null at the root.</summary>
    internal TaskTimer? Previous;

    internal bool IsArmed;

    /// <summary>Whether it goes on and on: then it does not keep an image from being idle.</summary>
    internal bool IsPeriodic;

    internal void Elapse() => owner.OnElapsed();
}
