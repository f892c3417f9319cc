using System.IO.MemoryMappedFiles;
using System.Runtime.InteropServices;

namespace MLNet.Gan;

/// <summary>Samples in a memory-mapped file, contiguous in single precision; the store owns the file.</summary>
/// <param name="file">The file.</param>
/// <param name="shape">N and the shape of one sample.</param>
/// <param name="device">The device of the batches.</param>
internal sealed unsafe class MappedStore(SpillFile file, long[] shape, Device device) : ISampleStore
{
    private readonly int _size = (int)(file.Length / sizeof(float) / shape[0]);
    private MemoryMappedFile? _map;
    private MemoryMappedViewAccessor? _view;
    private float* _values;

    public long[] Shape => shape;

    public Device Device => device;

    public long FileBytes => file.Length;

    public Tensor Gather(long[] rows)
    {
        if (_view is null)
            Map();
        var batch = empty([rows.Length, .. shape[1..]]);
        var values = MemoryMarshal.Cast<byte, float>(batch.bytes);
        for (var i = 0; i < rows.Length; i++)
        {
            // The only check: reading beyond the mapping would return other memory.
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((ulong)rows[i], (ulong)shape[0]);
            new ReadOnlySpan<float>(_values + rows[i] * _size, _size).CopyTo(values.Slice(i * _size, _size));
        }

        return batch.SentTo(device);
    }

    public void Visit(long rows, Action<Tensor> visit) => InBlocks(rows, (block, _) => visit(block));

    public void Update(long rows, Action<Tensor> update) => InBlocks(rows, (block, offset) =>
    {
        update(block);
        file.Write(block.cpu().bytes, offset);
    });

    public void Dispose()
    {
        if (_values is not null)
            _view!.SafeMemoryMappedViewHandle.ReleasePointer();
        _view?.Dispose();
        _map?.Dispose();
        file.Dispose();
    }

    private void InBlocks(long rows, Action<Tensor, long> action)
    {
        for (var row = 0L; row < shape[0]; row += rows)
        {
            using var scope = NewDisposeScope();
            var block = empty([Math.Min(rows, shape[0] - row), .. shape[1..]]);
            var offset = row * _size * sizeof(float);
            file.Read(block.bytes, offset);
            action(block.to(device), offset);
        }
    }

    /// <summary>
    /// Maps the file at the first batch, after it is written: not every system shows later writes in a mapping.
    /// </summary>
    private void Map()
    {
        _map = MemoryMappedFile.CreateFromFile(file.Handle, mapName: null, capacity: 0, MemoryMappedFileAccess.Read,
            HandleInheritability.None, leaveOpen: true);
        _view = _map.CreateViewAccessor(0, file.Length, MemoryMappedFileAccess.Read);
        byte* start = null;
        _view.SafeMemoryMappedViewHandle.AcquirePointer(ref start);
        _values = (float*)(start + _view.PointerOffset);
    }
}
