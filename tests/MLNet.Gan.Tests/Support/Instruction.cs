using System.Buffers.Binary;
using System.Reflection;
using System.Reflection.Emit;

namespace MLNet.Gan.Tests.Support;

/// <summary>One instruction of a compiled method.</summary>
/// <param name="Code">What it does.</param>
/// <param name="Operand">The number behind it: a local variable, or a token.</param>
/// <param name="Method">The method that it calls, or takes the address of.</param>
internal sealed record Instruction(OpCode Code, int Operand, MethodBase? Method)
{
    private static readonly Dictionary<short, OpCode> Codes = typeof(OpCodes)
        .GetFields(BindingFlags.Public | BindingFlags.Static).Select(field => (OpCode)field.GetValue(null)!)
        .ToDictionary(code => code.Value);

    /// <summary>The local variable that it writes, if it does.</summary>
    public int? Stored => Local("stloc");

    /// <summary>The local variable that it reads, if it does.</summary>
    public int? Loaded => Local("ldloc");

    /// <summary>The instructions of a method, but for those that do nothing; none where it has no body.</summary>
    public static IReadOnlyList<Instruction> Of(MethodBase method)
    {
        var bytes = method.GetMethodBody()?.GetILAsByteArray() ?? [];
        List<Instruction> instructions = [];
        for (var at = 0; at < bytes.Length;)
        {
            var isLong = bytes[at] == 0xFE;
            var code = Codes[isLong ? (short)(0xFE00 | bytes[at + 1]) : bytes[at]];
            at += isLong ? 2 : 1;
            var operand = Number(code, bytes.AsSpan(at), out var size);
            at += size;
            if (code != OpCodes.Nop)
                instructions.Add(new(code, operand, code.OperandType == OperandType.InlineMethod ? Called(method, operand) : null));
        }

        return instructions;
    }

    private static int Number(OpCode code, ReadOnlySpan<byte> rest, out int size)
    {
        size = code.OperandType switch
        {
            OperandType.InlineNone => 0,
            OperandType.ShortInlineBrTarget or OperandType.ShortInlineI or OperandType.ShortInlineVar => 1,
            OperandType.InlineVar => 2,
            OperandType.InlineI8 or OperandType.InlineR => 8,
            OperandType.InlineSwitch => 4 + 4 * BinaryPrimitives.ReadInt32LittleEndian(rest),
            _ => 4,
        };
        return size switch
        {
            0 => 0,
            1 => rest[0],
            2 => BinaryPrimitives.ReadInt16LittleEndian(rest),
            _ => BinaryPrimitives.ReadInt32LittleEndian(rest),
        };
    }

    /// <summary>The method behind a token, as it was written: without the types that it is called for.</summary>
    private static MethodBase Called(MethodBase caller, int token)
    {
        var ofType = caller.DeclaringType is { IsGenericType: true } type ? type.GetGenericArguments() : null;
        var ofMethod = caller.IsGenericMethod ? caller.GetGenericArguments() : null;
        var called = caller.Module.ResolveMethod(token, ofType, ofMethod)!;
        var isGeneric = called.IsGenericMethod || called.DeclaringType is { IsGenericType: true };
        return isGeneric ? called.Module.ResolveMethod(called.MetadataToken)! : called;
    }

    // Short forms carry the number of the variable in their name: stloc.0.
    private int? Local(string name) =>
        !Code.Name!.StartsWith(name, StringComparison.Ordinal) ? null
        : Code.OperandType == OperandType.InlineNone ? Code.Name[^1] - '0'
        : Operand;
}
