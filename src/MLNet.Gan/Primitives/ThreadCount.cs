namespace MLNet.Gan;

/// <summary>Sets the number of CPU threads of the calling thread's tensor operations until it is disposed.</summary>
/// <remarks>
/// In libtorch that number belongs to the calling thread, so trainings on several threads do not affect each other, and
/// it must be disposed on the thread that created it. When a new thread first reads its number, it takes over the one that
/// any thread set last, even in place of a number of its own.
/// Small networks are slower with a second thread.
/// </remarks>
internal sealed class ThreadCount : IDisposable
{
    private readonly int _before = get_num_threads();

    private ThreadCount(int threads) => set_num_threads(threads);

    /// <summary>Sets one thread for vectors, all cores for images, unless the user gave a number.</summary>
    public static ThreadCount For(SampleShape shape, int? wanted) =>
        new(wanted ?? (shape.IsImage ? Environment.ProcessorCount : 1));

    public void Dispose() => set_num_threads(_before);
}
