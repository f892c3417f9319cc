using System.Buffers.Binary;

namespace MLNet.Gan.Metrics;

/// <summary>
/// The Python names that a state dict may use, with their implementations here; other names are refused.
/// </summary>
internal static class TorchNames
{
    private static readonly Dictionary<string, object> Allowed = new()
    {
        ["collections.OrderedDict"] = (Func<object?[], object>)PickleMapping.Call,
        ["torch._utils._rebuild_tensor"] = (Func<object?[], object>)TorchTensor.Rebuild,
        ["torch._utils._rebuild_tensor_v2"] = (Func<object?[], object>)TorchTensor.Rebuild,
        ["torch._utils._rebuild_parameter"] = (Func<object?[], object>)TorchTensor.RebuildParameter,
        ["torch.FloatStorage"] = new TorchNumber("float", 4, BinaryPrimitives.ReadSingleLittleEndian),
        ["torch.DoubleStorage"] =
            new TorchNumber("double", 8, bytes => (float)BinaryPrimitives.ReadDoubleLittleEndian(bytes)),
        ["torch.HalfStorage"] =
            new TorchNumber("half", 2, bytes => (float)BinaryPrimitives.ReadHalfLittleEndian(bytes)),
        ["torch.BFloat16Storage"] = new TorchNumber("bfloat16", 2,
            bytes => BitConverter.UInt32BitsToSingle((uint)BinaryPrimitives.ReadUInt16LittleEndian(bytes) << 16)),
        ["torch.LongStorage"] = new TorchNumber("long", 8),
        ["torch.IntStorage"] = new TorchNumber("int", 4),
        ["torch.ShortStorage"] = new TorchNumber("short", 2),
        ["torch.CharStorage"] = new TorchNumber("char", 1),
        ["torch.ByteStorage"] = new TorchNumber("byte", 1),
        ["torch.BoolStorage"] = new TorchNumber("bool", 1),
    };

    /// <exception cref="FormatException">The name is not in the list.</exception>
    public static object Find(string module, string name) =>
        Allowed.TryGetValue($"{module}.{name}", out var found) ? found : throw new FormatException(
            $"Its pickle names '{Short(module)}.{Short(name)}', which no state dict needs. Nothing of it was run.");

    private static string Short(string text) => text.Length <= 100 ? text : $"{text[..100]}…";
}
