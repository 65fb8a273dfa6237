namespace Tarn.Sdk.Tool;

/// <summary>The tool was called in a way it does not understand.</summary>
internal sealed class ToolUsageException(string message) : Exception(message);
