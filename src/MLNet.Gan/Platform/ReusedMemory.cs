using static MLNet.Gan.Glibc;

namespace MLNet.Gan;

/// <summary>Makes glibc keep the memory of one training step for the next, until it is disposed.</summary>
/// <remarks>
/// glibc returns large freed blocks to the system, and each step then pays for the same page faults again: a fifth of a
/// convolutional step (docs/decisions/0007). It has no effect with other C libraries, or if the user has set glibc's
/// own variables.
/// </remarks>
internal sealed class ReusedMemory : IDisposable
{
    private static readonly Lock Gate = new();
    private static int Alive;
    private bool _isDone;

    private ReusedMemory()
    {
    }

    /// <summary>Applies the setting; returns null where there is nothing to set.</summary>
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

    /// <summary>Returns free memory to the system when the last instance is disposed.</summary>
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

    /// <summary>Runs an action unless an instance is alive.</summary>
    public static void Unless(Action something)
    {
        lock (Gate)
        {
            if (Alive == 0)
                something();
        }
    }
}
