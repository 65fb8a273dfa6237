using System;
using System.Diagnostics;
using System.Globalization;

// The depth; 0 for nothing, which shows what the start costs.
var depth = int.Parse(args[0], CultureInfo.InvariantCulture);
if (depth != 0)
{
    var watch = Stopwatch.StartNew();
    var nodes = Tarn.Tests.Kernel.Cases.BinaryTrees.Build(depth);
    Console.WriteLine($"{nodes} nodes, {GC.CollectionCount(0)} collections, {watch.ElapsedMilliseconds} ms");
}
