using System.Reflection;
using System.Reflection.Emit;
using System.Reflection.Metadata;

namespace Tarn.Sdk.Tool.Metadata;

/// <summary>Takes a method's IL apart into instructions (ECMA-335, partition III).</summary>
internal static class InstructionReader
{
    private const byte TwoBytePrefix = 0xFE;

    private static readonly Dictionary<ushort, OpCode> OpCodesByValue = typeof(OpCodes)
        .GetFields(BindingFlags.Public | BindingFlags.Static)
        .Select(field => (OpCode)field.GetValue(null)!)
        .ToDictionary(opCode => (ushort)opCode.Value);

    /// <summary>Reads every instruction of a method body.</summary>
    /// <exception cref="BadImageFormatException">The code holds a value that is no instruction.</exception>
    public static IEnumerable<Instruction> Read(MethodBodyBlock body)
    {
        var reader = body.GetILReader();
        while (reader.RemainingBytes > 0)
        {
            var offset = reader.Offset;
            ushort value = reader.ReadByte();
            if (value == TwoBytePrefix)
            {
                value = (ushort)(value << 8 | reader.ReadByte());
            }

            if (!OpCodesByValue.TryGetValue(value, out var opCode))
            {
                throw new BadImageFormatException($"0x{value:x} at offset {offset} is no IL instruction");
            }

            var token = 0;
            switch (opCode.OperandType)
            {
                case OperandType.InlineField or OperandType.InlineMethod or OperandType.InlineTok or OperandType.InlineType
                    or OperandType.InlineSig:
                    token = reader.ReadInt32();
                    break;
                case OperandType.ShortInlineBrTarget or OperandType.ShortInlineI or OperandType.ShortInlineVar:
                    reader.Offset += sizeof(byte);
                    break;
                case OperandType.InlineVar:
                    reader.Offset += sizeof(ushort);
                    break;
                case OperandType.InlineBrTarget or OperandType.InlineI or OperandType.ShortInlineR or OperandType.InlineString:
                    reader.Offset += sizeof(int);
                    break;
                case OperandType.InlineI8 or OperandType.InlineR:
                    reader.Offset += sizeof(long);
                    break;
                case OperandType.InlineSwitch:
                    var targets = reader.ReadInt32();
                    reader.Offset += targets * sizeof(int);
                    break;
            }

            yield return new Instruction(offset, opCode, token);
        }
    }
}
