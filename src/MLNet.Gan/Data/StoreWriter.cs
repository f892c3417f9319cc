using System.Runtime.InteropServices;

namespace MLNet.Gan;

/// <summary>
/// Collects samples in memory or, as soon as they would exceed a budget, in a file.
/// </summary>
/// <param name="shape">The shape of one sample.</param>
/// <param name="spill">The budget; null for no limit.</param>
/// <param name="count">The number of samples to come; null when it is unknown.</param>
/// <param name="blockBytes">The number of bytes allocated at once when the count is unknown.</param>
internal sealed class StoreWriter(
    SampleShape shape, SpillOptions? spill, long? count, long blockBytes = 4 << 20) : IDisposable
{
    private const long MostChunkBytes = 1 << 20, ChunksOfBudget = 16;

    private readonly long _rowBytes = sizeof(float) * (long)shape.Size;
    private readonly float[] _chunk = new float[shape.Size * ChunkRows(shape, spill, count)];
    private readonly List<Tensor> _blocks = [];
    private SpillFile? _file;
    private int _filled;
    private long _written;
    private long _room;

    /// <summary>The number of samples so far.</summary>
    public long Count => _written + _filled / shape.Size;

    /// <summary>Returns the buffer for the next sample.</summary>
    public Span<float> Next()
    {
        if (_filled == _chunk.Length)
            Flush();
        _filled += shape.Size;
        return _chunk.AsSpan(_filled - shape.Size, shape.Size);
    }

    /// <summary>
    /// Returns all samples, at least one, in a store that owns them; until then the caller's scope does.
    /// </summary>
    public ISampleStore Complete(Device device)
    {
        Flush();
        long[] sizes = [_written, .. shape.Dimensions.Select(size => (long)size)];
        if (_file is not { } file)
            return new TensorStore(Joined().reshape(sizes).to(device).DetachFromDisposeScope());
        _file = null;
        return new MappedStore(file, sizes, device);
    }

    /// <summary>Deletes the file if no store owns it.</summary>
    public void Dispose() => _file?.Dispose();

    private static int ChunkRows(SampleShape shape, SpillOptions? spill, long? count)
    {
        var bytes = Math.Min(MostChunkBytes, spill?.MemoryBudget / ChunksOfBudget ?? MostChunkBytes);
        return (int)Math.Max(1, Math.Min(bytes / sizeof(float) / shape.Size, count ?? long.MaxValue));
    }

    private long BlockRows => Math.Max(1, blockBytes / _rowBytes);

    private void Flush()
    {
        var rows = MemoryMarshal.AsBytes(_chunk.AsSpan(0, _filled));
        _written += rows.Length / _rowBytes;
        _filled = 0;
        if (_file is null && IsTooMuch())
            Spill();
        if (_file is { } file)
            file.Append(rows);
        else
            Keep(rows);
    }

    /// <summary>
    /// Returns whether the samples, with the chunk and with the block being joined, exceed the budget.
    /// </summary>
    private bool IsTooMuch() => spill is not null && sizeof(float) * _chunk.LongLength
        + (count is null ? BlockRows * _rowBytes : 0) + Math.Max(_written, count ?? 0) * _rowBytes > spill.MemoryBudget;

    private void Spill()
    {
        _file = SpillFile.Create(spill!);
        foreach (var block in Filled())
        {
            _file.Append(block.bytes);
            block.Dispose();
        }
    }

    private void Keep(ReadOnlySpan<byte> rows)
    {
        while (rows.Length > 0)
        {
            if (_room == 0)
            {
                _room = _blocks.Count == 0 && count > 0 ? count.Value : BlockRows;
                _blocks.Add(empty([_room, shape.Size]));
            }

            var block = _blocks[^1];
            var taken = Math.Min(_room, rows.Length / _rowBytes);
            using var place = block.narrow(0, block.size(0) - _room, taken);
            rows[..(int)(taken * _rowBytes)].CopyTo(place.bytes);
            rows = rows[(int)(taken * _rowBytes)..];
            _room -= taken;
        }
    }

    /// <summary>Returns the blocks, the last one truncated. Memory that was never written to takes no pages.</summary>
    private IEnumerable<Tensor> Filled() => _blocks.Select((block, i) =>
        i < _blocks.Count - 1 || _room == 0 ? block : Narrowed(block, block.size(0) - _room));

    private static Tensor Narrowed(Tensor block, long rows)
    {
        var filled = block.narrow(0, 0, rows);
        block.Dispose();
        return filled;
    }

    /// <summary>Returns all blocks in one tensor. Each is freed once copied, so no sample is held twice.</summary>
    private Tensor Joined()
    {
        if (_blocks.Count == 1)
            return Filled().Single();

        var all = empty([_written, shape.Size]);
        var start = 0L;
        foreach (var block in Filled())
        {
            var rows = block.size(0);
            all.narrow(0, start, rows).copy_(block);
            block.Dispose();
            start += rows;
        }

        return all;
    }
}
