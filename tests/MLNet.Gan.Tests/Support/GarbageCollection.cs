using System.Diagnostics;

namespace MLNet.Gan.Tests.Support;

/// <summary>A thread that allocates and collects garbage, thousands of times a second, until it is disposed.</summary>
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

    // What is short-lived dies in the youngest generation, so that this one is collected most often. The other threads
    // get as long as a collection took: without that, a call that returns from native code found the next one begun
    // already, and four steps took from 10 ms to a minute.
    private void Collect()
    {
        var clock = new Stopwatch();
        for (var round = 0; !_ends; round++)
        {
            GC.KeepAlive(new byte[1000]);
            clock.Restart();
            GC.Collect(round % 64 == 0 ? 2 : 0);
            var end = 2 * clock.ElapsedTicks;
            while (clock.ElapsedTicks < end)
                Thread.Yield();
        }
    }
}
