using static MLNet.Gan.Glibc;

namespace MLNet.Gan;

/// <summary>Lets the C library keep the memory of one training step for the next, as long as it lives.</summary>
/// <remarks>
/// glibc gives large blocks back to the system when they are freed, and each step then pays for the same pages again:
/// a fifth of a convolutional step (docs/decisions/0007). With other C libraries nothing happens, and a user
/// who sets glibc's own variables is left alone.
/// </remarks>
internal sealed class ReusedMemory : IDisposable
{
    private static readonly Lock Gate = new();
    private static int Alive;
    private bool _isDone;

    private ReusedMemory()
    {
    }

    /// <summary>Begins; null where there is nothing to set.</summary>
    public static ReusedMemory? Begin()
    {
        lock (Gate)
        {
            if (!TrySet((MapThreshold, MostMapThreshold), (TrimThreshold, 1024 * MiB), (TopPad, 16 * MiB)))
                return null;
            Alive++;
            return new();
        }
    }

    /// <summary>Gives back what is free when the last one ends.</summary>
    public void Dispose()
    {
        lock (Gate)
        {
            if (_isDone)
                return;
            _isDone = true;
            if (--Alive == 0 && TrySet((TrimThreshold, 2 * MostMapThreshold), (TopPad, 0)))
                Trim();
        }
    }

    /// <summary>Does something unless one lives.</summary>
    public static void Unless(Action something)
    {
        lock (Gate)
        {
            if (Alive == 0)
                something();
        }
    }
}
