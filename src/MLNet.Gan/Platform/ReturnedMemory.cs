using static MLNet.Gan.Glibc;

namespace MLNet.Gan;

/// <summary>
/// Makes glibc return blocks of a MiB and more to the system as soon as they are freed, until it is disposed.
/// </summary>
/// <remarks>
/// The opposite of <see cref="ReusedMemory"/>, which takes precedence during a training. For large temporary blocks,
/// such as those of data being joined. Otherwise glibc keeps blocks of up to 32 MiB once it has freed one.
/// </remarks>
internal sealed class ReturnedMemory : IDisposable
{
    private static int Alive;

    private ReturnedMemory()
    {
    }

    /// <summary>Applies the setting.</summary>
    public static ReturnedMemory Begin()
    {
        Interlocked.Increment(ref Alive);
        ReusedMemory.Unless(() => TrySet((MapThreshold, MiB)));
        return new();
    }

    /// <summary>Restores the default when the last instance is disposed.</summary>
    public void Dispose()
    {
        if (Interlocked.Decrement(ref Alive) == 0)
            ReusedMemory.Unless(() => TrySet((MapThreshold, MostMapThreshold)));
    }
}
