namespace MLNet.Gan;

/// <summary>Sets the number of CPU threads of the calling thread's tensor operations for as long as it lives.</summary>
/// <remarks>
/// In libtorch that number is the calling thread's own, so trainings on several threads do not disturb each other, and
/// the thread that began must be the one that disposes. A thread's first number is what any thread set last. Small
/// networks lose by a second thread.
/// </remarks>
internal sealed class ThreadCount : IDisposable
{
    private readonly int _before = get_num_threads();

    private ThreadCount(int threads) => set_num_threads(threads);

    /// <summary>One thread for vectors, all cores for images, unless the user named a number.</summary>
    public static ThreadCount For(SampleShape shape, int? wanted) =>
        new(wanted ?? (shape.IsImage ? Environment.ProcessorCount : 1));

    public void Dispose() => set_num_threads(_before);
}
