namespace System.Threading.Tasks;

/// <summary>Looks on between the steps of a <see cref="ReadyQueue{TProbe}"/>. Tests interrupt it there; elsewhere nothing is compiled for
/// it.</summary>
internal interface IQueueProbe
{
    /// <summary>An interrupt may strike here.</summary>
    static abstract void Step();
}
