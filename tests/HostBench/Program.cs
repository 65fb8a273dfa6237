using BenchmarkDotNet.Running;

// In this process: there is no project to generate, which would be under the repository's rules, and no build of it to wait for.
var reports = Path.Combine(AppContext.BaseDirectory, "..", "..", "..", "host-bench");
var summaries = BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(["--inProcess", "--artifacts", Path.GetFullPath(reports), .. args]);
return summaries.Any() && summaries.All(summary => !summary.HasCriticalValidationErrors && summary.Reports.All(report => report.Success)) ? 0 : 1;
