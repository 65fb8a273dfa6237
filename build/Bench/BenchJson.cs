using System.Text.Encodings.Web;
using System.Text.Json;

namespace Tarn.Pipeline;

/// <summary>How the benchmarks' files are written.</summary>
internal static class BenchJson
{
    /// <summary>Names as in JavaScript, apostrophes as they are.</summary>
    public static JsonSerializerOptions Options { get; } = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>An array with an element a line, so that a change is a line as well.</summary>
    public static string WriteLines<T>(IEnumerable<T> elements) =>
        $"[\n{string.Join(",\n", elements.Select(element => "  " + JsonSerializer.Serialize(element, Options)))}\n]\n";
}
