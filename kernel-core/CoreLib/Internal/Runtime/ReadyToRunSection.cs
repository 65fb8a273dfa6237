namespace Internal.Runtime;

/// <summary>The sections of a <see cref="ReadyToRunHeader"/> that this core library reads.</summary>
internal enum ReadyToRunSection
{
    GCStatics = 201,
    ThreadStatics = 202,
    TypeManagerSlot = 204,
    EagerConstructors = 205,
    FrozenObjects = 206,
    DehydratedData = 207,
    ModuleInitializers = 213,
}
