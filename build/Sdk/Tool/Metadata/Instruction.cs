using System.Reflection.Emit;

namespace Tarn.Sdk.Tool.Metadata;

/// <summary>One instruction of a method's IL.</summary>
/// <param name="Offset">Bytes from the start of the method's code.</param>
/// <param name="OpCode">What it does.</param>
/// <param name="Token">Its operand where that is the token of a type, method, field or signature, otherwise 0.</param>
internal readonly record struct Instruction(int Offset, OpCode OpCode, int Token);
