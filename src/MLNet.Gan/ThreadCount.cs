namespace MLNet.Gan;

/// <summary>Sets the number of CPU threads of tensor operations for as long as it lives.</summary>
/// <remarks>
/// The number is the process's own, so the last of overlapping trainings puts it back. Small networks lose by a
/// second thread.
/// </remarks>
internal sealed class ThreadCount : IDisposable
{
    private static readonly Lock Gate = new();
    private static int Alive;
    private static int Before;
    private bool _isDone;

    private ThreadCount(int threads)
    {
        lock (Gate)
        {
            if (Alive++ == 0)
                Before = get_num_threads();
            set_num_threads(threads);
        }
    }

    /// <summary>One thread for vectors, all cores for images, unless the user named a number.</summary>
    public static ThreadCount For(SampleShape shape, int? wanted) =>
        new(wanted ?? (shape.IsImage ? Environment.ProcessorCount : 1));

    public void Dispose()
    {
        lock (Gate)
        {
            if (!_isDone && --Alive == 0)
                set_num_threads(Before);
            _isDone = true;
        }
    }
}
