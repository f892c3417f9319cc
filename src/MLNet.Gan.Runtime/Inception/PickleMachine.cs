using System.Numerics;

namespace MLNet.Gan.Metrics;

/// <summary>
/// Reads a Python pickle of protocol 2 to 5 that <c>torch.save</c> wrote of a state dict. It runs no code of the file:
/// opcodes and names that are not listed here are refused.
/// </summary>
/// <remarks>
/// Values are null, bool, long, BigInteger, double, string, tuples as arrays, lists, and the results of
/// <see cref="TorchNames"/>. There is no recursion: nesting only grows an explicit stack.
/// </remarks>
internal sealed class PickleMachine(ByteCursor input)
{
    private const int MostOperations = 1 << 20, MostStacked = 1 << 16, MostTextBytes = 1 << 16, MostIntegerBytes = 255;

    private static readonly object Mark = new();

    private readonly List<object?> _stack = [];
    private readonly Dictionary<uint, object?> _memo = [];

    /// <summary>The storages that the pickle refers to, by key.</summary>
    public Dictionary<string, TorchStorage> Storages { get; } = [];

    /// <summary>Reads the pickle and returns its object; the input is then positioned after it.</summary>
    /// <exception cref="FormatException">
    /// The pickle is damaged, or has operations that a state dict never needs.
    /// </exception>
    public object? Run()
    {
        for (var operations = 0; operations < MostOperations; operations++)
        {
            var opcode = input.Byte();
            if (opcode == '.')
                return Pop();

            Execute(opcode);
        }

        throw new FormatException($"Its pickle has more than {MostOperations} operations, which no state dict needs.");
    }

    private void Execute(byte opcode)
    {
        switch (opcode)
        {
            case 0x80: CheckProtocol(input.Byte()); break;
            case 0x95: input.Take(sizeof(long)); break; // FRAME only tells how far a reader may read ahead.
            case (byte)'(': Push(Mark); break;
            case (byte)'0': Pop(); break;

            case (byte)'N': Push(null); break;
            case 0x88: Push(true); break;
            case 0x89: Push(false); break;
            case (byte)'K': Push((long)input.Byte()); break;
            case (byte)'M': Push((long)input.UInt16()); break;
            case (byte)'J': Push((long)input.Int32()); break;
            case 0x8A: PushInteger(input.Byte()); break;
            case 0x8B: PushInteger(input.Int32()); break;
            case (byte)'G': Push(input.BigEndianDouble()); break;
            case 0x8C or (byte)'U': Push(Text(input.Byte())); break;
            case (byte)'X' or (byte)'T': Push(Text(input.UInt32())); break;

            case (byte)')': Push(Array.Empty<object?>()); break;
            case 0x85: Push(Pop(1)); break;
            case 0x86: Push(Pop(2)); break;
            case 0x87: Push(Pop(3)); break;
            case (byte)'t': Push(PopToMark()); break;
            case (byte)']': Push(new List<object?>()); break;
            case (byte)'a': Append(Pop(1)); break;
            case (byte)'e': Append(PopToMark()); break;
            case (byte)'}': Push(new PickleMapping()); break;
            case (byte)'s': Set(Pop(2)); break;
            case (byte)'u': Set(PopToMark()); break;

            case (byte)'q': _memo[input.Byte()] = Top(); break;
            case (byte)'r': _memo[input.UInt32()] = Top(); break;
            case 0x94: _memo[(uint)_memo.Count] = Top(); break;
            case (byte)'h': Push(Remembered(input.Byte())); break;
            case (byte)'j': Push(Remembered(input.UInt32())); break;

            case (byte)'c': Push(TorchNames.Find(input.Line(), input.Line())); break;
            case 0x93: Push(Named(Pop(2))); break;
            case (byte)'R' or 0x81: Push(Call(Pop(2))); break;
            case (byte)'b': Build(Pop(1)); break;
            case (byte)'Q': Push(Refer(Pop())); break;

            default: throw Unknown(opcode);
        }
    }

    private static void CheckProtocol(byte protocol)
    {
        if (protocol is < 2 or > 5)
            throw new FormatException($"Its pickle has protocol {protocol}, not 2 to 5.");
    }

    private void PushInteger(int length)
    {
        if (length is < 0 or > MostIntegerBytes)
            throw new FormatException($"Its pickle has an integer of {length} bytes.");

        var value = new BigInteger(input.Take(length).Span);
        Push(value);
        if (value >= long.MinValue && value <= long.MaxValue)
            _stack[^1] = (long)value;
    }

    private string Text(uint length) => length <= MostTextBytes
        ? input.Text(length)
        : throw new FormatException($"Its pickle has a text of {length} bytes.");

    private void Append(object?[] items)
    {
        var list = Top() as List<object?> ?? throw Misused("a list");
        list.AddRange(items);
    }

    private void Set(object?[] items)
    {
        var mapping = Top() as PickleMapping ?? throw Misused("a dict");
        if (items.Length % 2 != 0)
            throw new FormatException("Its pickle sets a key without a value.");

        for (var i = 0; i < items.Length; i += 2)
        {
            mapping.Pairs.Add((items[i], items[i + 1]));
        }
    }

    private object? Remembered(uint index) => _memo.TryGetValue(index, out var value)
        ? value
        : throw new FormatException($"Its pickle recalls object {index}, which it never stored.");

    private static object Named(object?[] names) => names is [string module, string name]
        ? TorchNames.Find(module, name)
        : throw Misused("two texts");

    private static object Call(object?[] call) => call is [Func<object?[], object> function, object?[] arguments]
        ? function(arguments)
        : throw Misused("a function and its arguments");

    // The attributes of an OrderedDict: versions of modules, which change no weight.
    private void Build(object?[] _)
    {
        if (Top() is not PickleMapping)
            throw Misused("a dict");
    }

    private TorchStorage Refer(object? id)
    {
        var storage = TorchStorage.Parse(id);
        if (!Storages.TryAdd(storage.Key, storage) && Storages[storage.Key] != storage)
            throw new FormatException($"It describes the storage '{storage.Key}' in two ways.");

        return storage;
    }

    private void Push(object? value)
    {
        if (_stack.Count >= MostStacked)
            throw new FormatException($"Its pickle stacks more than {MostStacked} objects.");

        _stack.Add(value);
    }

    private object? Top() => _stack is [.., var top] && top != Mark ? top : throw Misused("an object");

    private object? Pop()
    {
        var top = Top();
        _stack.RemoveAt(_stack.Count - 1);
        return top;
    }

    private object?[] Pop(int count)
    {
        var items = new object?[count];
        for (var i = count - 1; i >= 0; i--)
        {
            items[i] = Pop();
        }

        return items;
    }

    private object?[] PopToMark()
    {
        var mark = _stack.LastIndexOf(Mark);
        if (mark < 0)
            throw Misused("a mark");

        object?[] items = [.. _stack.Skip(mark + 1)];
        _stack.RemoveRange(mark, _stack.Count - mark);
        return items;
    }

    private static FormatException Unknown(byte opcode) =>
        new($"Its pickle has the opcode 0x{opcode:X2}, which no state dict needs. Nothing of it was run.");

    private static FormatException Misused(string expected) =>
        new($"Its pickle is damaged: an operation needs {expected} on the stack and finds something else.");
}
