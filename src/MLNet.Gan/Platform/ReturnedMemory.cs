using static MLNet.Gan.Glibc;

namespace MLNet.Gan;

/// <summary>
/// Has the C library give back blocks of a MiB and more as soon as they are freed, as long as it lives.
/// </summary>
/// <remarks>
/// The opposite of <see cref="ReusedMemory"/>, which wins where a training runs beside: for large things that pass,
/// such as blocks of data being joined. glibc otherwise keeps blocks of up to 32 MiB once it has seen one.
/// </remarks>
internal sealed class ReturnedMemory : IDisposable
{
    private static int Alive;

    private ReturnedMemory()
    {
    }

    /// <summary>Begins.</summary>
    public static ReturnedMemory Begin()
    {
        Interlocked.Increment(ref Alive);
        ReusedMemory.Unless(() => TrySet((MapThreshold, MiB)));
        return new();
    }

    /// <summary>Lets glibc keep blocks again when the last one ends.</summary>
    public void Dispose()
    {
        if (Interlocked.Decrement(ref Alive) == 0)
            ReusedMemory.Unless(() => TrySet((MapThreshold, MostMapThreshold)));
    }
}
