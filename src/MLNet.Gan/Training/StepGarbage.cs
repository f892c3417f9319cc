namespace MLNet.Gan;

/// <summary>Bounds the objects that steps leave to the garbage collector.</summary>
/// <remarks>
/// A step leaves some ten kilobytes, the managed sides of its tensors. How many of them .NET lets grow follows the size of the processor's
/// last-level cache: with one of 300 MiB no collection came in a thousand steps, and memory grew by up to 100 MiB (decision 0007).
/// </remarks>
/// <param name="collect">Collects the youngest objects; null for the garbage collector.</param>
internal sealed class StepGarbage(Action? collect = null)
{
    private const long Most = 4 << 20;
    private readonly Action _collect = collect ?? (() => GC.Collect(0, GCCollectionMode.Forced, blocking: true));
    private long _allocated = GC.GetAllocatedBytesForCurrentThread();
    private int _collections = GC.CollectionCount(0);

    /// <summary>Collects the youngest objects where this thread made 4 MiB since the last collection.</summary>
    public void Limit()
    {
        var (allocated, collections) = (GC.GetAllocatedBytesForCurrentThread(), GC.CollectionCount(0));
        if (collections == _collections && allocated - _allocated < Most)
            return;
        if (collections == _collections)
            _collect();
        (_allocated, _collections) = (allocated, GC.CollectionCount(0));
    }
}
