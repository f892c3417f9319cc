using System.Runtime.InteropServices;
using static TorchSharp.torch;

namespace TorchSharp;

/// <summary>What an argument or result is: the numbers are those of native/shim.h.</summary>
internal enum Tag
{
    Default,
    None,
    Tensor,
    Int,
    Double,
    Bool,
    Ints,
    Doubles,
    Tensors,
    OptionalTensors,
    String,
    Device,
    Generator,
}

/// <summary>One argument or result as the native side reads it.</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct NativeArgument
{
    public Tag Tag;
    public int Count;
    public long Payload;

    public readonly double Real => BitConverter.Int64BitsToDouble(Payload);
}

/// <summary>One argument of an operator and the managed object behind it, which it keeps alive.</summary>
internal readonly struct Argument
{
    public readonly object? Owner;
    public readonly NativeArgument Value;

    private Argument(Tag tag, long payload = 0, int count = 0, object? owner = null)
    {
        Value = new() { Tag = tag, Count = count, Payload = payload };
        Owner = owner;
    }

    public static Argument None => new(Tag.None);

    /// <summary>The bytes that the array behind this argument needs on the native side.</summary>
    public int ExtraBytes => Value.Tag switch
    {
        >= Tag.Ints and <= Tag.OptionalTensors => Value.Count * sizeof(long),
        Tag.String => Value.Count,
        _ => 0,
    };

    public static implicit operator Argument(Tensor? tensor) =>
        tensor is null ? None : new(Tag.Tensor, tensor.Handle, owner: tensor);

    public static implicit operator Argument(long value) => new(Tag.Int, value);

    public static implicit operator Argument(long? value) => value is { } some ? some : None;

    public static implicit operator Argument(double value) => new(Tag.Double, BitConverter.DoubleToInt64Bits(value));

    public static implicit operator Argument(bool value) => new(Tag.Bool, value ? 1 : 0);

    public static implicit operator Argument(Scalar? scalar) => scalar is null ? None : scalar.Argument;

    public static implicit operator Argument(ScalarType type) => new(Tag.Int, (long)type);

    public static implicit operator Argument(ScalarType? type) => type is { } some ? some : None;

    public static implicit operator Argument(long[]? values) =>
        values is null ? None : new(Tag.Ints, count: values.Length, owner: values);

    public static implicit operator Argument(double[]? values) =>
        values is null ? None : new(Tag.Doubles, count: values.Length, owner: values);

    public static implicit operator Argument(Tensor[] tensors) =>
        new(Tag.Tensors, count: tensors.Length, owner: tensors);

    public static implicit operator Argument(string? text) =>
        text is null ? None : new(Tag.String, count: text.Length, owner: text);

    public static implicit operator Argument(Device? device) =>
        device is null ? None : new(Tag.Device, (long)device.type, device.index);

    public static implicit operator Argument(Generator? generator) =>
        generator is null ? None : new(Tag.Generator, generator.Handle, owner: generator);

    /// <summary>Copies the array behind this argument to native memory, one 8-byte element after the other.</summary>
    public unsafe void CopyTo(byte* target)
    {
        switch (Owner)
        {
            case long[] integers:
                integers.CopyTo(new Span<long>(target, integers.Length));
                break;
            case double[] reals:
                reals.CopyTo(new Span<double>(target, reals.Length));
                break;
            case string text:
                System.Text.Encoding.ASCII.GetBytes(text, new Span<byte>(target, text.Length));
                break;
            case Tensor[] tensors:
                for (var i = 0; i < tensors.Length; i++)
                    ((nint*)target)[i] = tensors[i].Handle;
                break;
        }
    }
}
