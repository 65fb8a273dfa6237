using NUnit.Framework;

// Most of the time is spent waiting for other programs, and each of them uses one processor.
[assembly: LevelOfParallelism(3)]
[assembly: Parallelizable(ParallelScope.Children)]
[assembly: FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
