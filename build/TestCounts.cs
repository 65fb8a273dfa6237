using System.Xml.Linq;

/// <summary>Sums up test results (files in Visual Studio's TRX format).</summary>
internal sealed class TestCounts
{
    public int Passed { get; private set; }

    public int Failed { get; private set; }

    public int Skipped { get; private set; }

    public int Total => Passed + Failed + Skipped;

    /// <summary>Adds the results of one run. What is neither passed nor failed (timed out, aborted, …) counts as failed, except for tests that were not to run.</summary>
    public void Add(XDocument results)
    {
        foreach (var result in results.Descendants().Where(element => element.Name.LocalName == "UnitTestResult"))
        {
            switch (result.Attribute("outcome")?.Value)
            {
                case "Passed":
                    Passed++;
                    break;
                case "NotExecuted":
                    Skipped++;
                    break;
                default:
                    Failed++;
                    break;
            }
        }
    }
}
