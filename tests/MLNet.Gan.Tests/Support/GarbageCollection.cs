namespace MLNet.Gan.Tests.Support;

/// <summary>A thread that allocates and collects garbage without pause until it is disposed.</summary>
internal sealed class GarbageCollection : IDisposable
{
    private readonly Thread _thread;
    private volatile bool _ends;

    public GarbageCollection()
    {
        _thread = new Thread(Collect) { IsBackground = true };
        _thread.Start();
    }

    public void Dispose()
    {
        _ends = true;
        _thread.Join();
    }

    // What is short-lived dies in the youngest generation, so that this one is collected most often.
    private void Collect()
    {
        for (var round = 0; !_ends; round++)
        {
            GC.KeepAlive(new byte[1000]);
            GC.Collect(round % 64 == 0 ? 2 : 0);
        }
    }
}
