namespace Tarn.Sdk.Tool.Unwinding;

/// <summary>What the table of functions says of one, or of code between functions.</summary>
/// <param name="Start">The address of its first byte.</param>
/// <param name="End">The address behind its last byte.</param>
/// <param name="Program">How its frame is left; null where nothing is said of that.</param>
/// <param name="Clauses">The address of its method's handlers; 0 where there are none.</param>
/// <param name="MethodStart">The first byte of the method that the handlers are about: a handler is a function behind its method.</param>
internal sealed record FunctionFrame(ulong Start, ulong End, FrameProgram? Program, ulong Clauses, ulong MethodStart);
