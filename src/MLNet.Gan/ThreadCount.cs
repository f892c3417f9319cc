namespace MLNet.Gan;

/// <summary>Sets the number of CPU threads of tensor operations for as long as it lives.</summary>
/// <remarks>The number is the process's own, so it is put back. Small networks lose by a second thread.</remarks>
internal sealed class ThreadCount : IDisposable
{
    private readonly int _before = get_num_threads();

    private ThreadCount(int threads)
    {
        if (threads != _before)
            set_num_threads(threads);
    }

    /// <summary>One thread for vectors, all cores for images, unless the user named a number.</summary>
    public static ThreadCount For(SampleShape shape, int? wanted) =>
        new(wanted ?? (shape.IsImage ? Environment.ProcessorCount : 1));

    public void Dispose()
    {
        if (get_num_threads() != _before)
            set_num_threads(_before);
    }
}
