using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using static TorchSharp.torch;

namespace TorchSharp;

/// <summary>An ATen operator, by the name of its schema ("add.Tensor"); looked up when it is first called.</summary>
internal sealed unsafe class Operator(string schema)
{
    private const int MaxArguments = 16;
    private const int ScratchBytes = 512;

    private nint _handle;

    /// <summary>Calls an operator that gives one tensor.</summary>
    public Tensor Call(params ReadOnlySpan<Argument> arguments) => Wrap(Single(arguments))!;

    /// <summary>Calls an in-place operator and gives its first argument back.</summary>
    public Tensor Change(params ReadOnlySpan<Argument> arguments)
    {
        Invoke(arguments, null, 0);
        return (Tensor)arguments[0].Owner!;
    }

    /// <summary>Calls an operator that gives two tensors.</summary>
    public (Tensor, Tensor) CallForTwo(params ReadOnlySpan<Argument> arguments)
    {
        var results = stackalloc NativeArgument[2];
        Invoke(arguments, results, 2);
        return (Wrap(results[0])!, Wrap(results[1])!);
    }

    /// <summary>Calls an operator that gives at most <paramref name="capacity"/> tensors.</summary>
    public Tensor[] CallForMany(int capacity, params ReadOnlySpan<Argument> arguments)
    {
        var results = new NativeArgument[capacity];
        fixed (NativeArgument* slots = results)
        {
            var tensors = new Tensor[Invoke(arguments, slots, capacity)];
            for (var i = 0; i < tensors.Length; i++)
                tensors[i] = Wrap(slots[i])!;
            return tensors;
        }
    }

    /// <summary>Calls an operator that gives a number or a truth value.</summary>
    public NativeArgument CallForValue(params ReadOnlySpan<Argument> arguments) => Single(arguments);

    private static Tensor? Wrap(NativeArgument result) => result.Payload == 0 ? null : new((nint)result.Payload);

    [SkipLocalsInit]
    private NativeArgument Single(ReadOnlySpan<Argument> arguments)
    {
        NativeArgument result;
        Invoke(arguments, &result, 1);
        return result;
    }

    [SkipLocalsInit]
    private int Invoke(ReadOnlySpan<Argument> arguments, NativeArgument* results, int capacity)
    {
        var native = stackalloc NativeArgument[MaxArguments];
        var extraBytes = 0;
        for (var i = 0; i < arguments.Length; i++)
        {
            native[i] = arguments[i].Value;
            extraBytes += arguments[i].ExtraBytes;
        }

        var count = extraBytes == 0
            ? NativeMethods.shim_call(Handle, native, arguments.Length, results, capacity)
            : InvokeWithArrays(arguments, native, extraBytes, results, capacity);
        foreach (ref readonly var argument in arguments)
            GC.KeepAlive(argument.Owner);
        return NativeMethods.Check(count);
    }

    [SkipLocalsInit]
    private int InvokeWithArrays(
        ReadOnlySpan<Argument> arguments, NativeArgument* native, int extraBytes, NativeArgument* results, int capacity)
    {
        // Strings may leave what follows them unaligned by up to 7 bytes each.
        var needed = extraBytes + arguments.Length * sizeof(long);
        var onStack = stackalloc long[ScratchBytes / sizeof(long)];
        var scratch = needed <= ScratchBytes ? (byte*)onStack : (byte*)NativeMemory.Alloc((nuint)needed);
        try
        {
            var next = scratch;
            for (var i = 0; i < arguments.Length; i++)
            {
                if (arguments[i].ExtraBytes == 0)
                    continue;
                arguments[i].CopyTo(next);
                native[i].Payload = (nint)next;
                next += (arguments[i].ExtraBytes + sizeof(long) - 1) & -sizeof(long);
            }

            return NativeMethods.shim_call(Handle, native, arguments.Length, results, capacity);
        }
        finally
        {
            if (scratch != (byte*)onStack)
                NativeMemory.Free(scratch);
        }
    }

    private nint Handle => _handle != 0 ? _handle : _handle = Find();

    private nint Find()
    {
        var dot = schema.IndexOf('.', StringComparison.Ordinal);
        var name = dot < 0 ? schema : schema[..dot];
        return NativeMethods.Check(
            NativeMethods.shim_operator($"aten::{name}", dot < 0 ? "" : schema[(dot + 1)..]));
    }
}
