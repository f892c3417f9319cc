namespace MLNet.Gan;

/// <summary>
/// libtorch's global CPU random number generator, the only one that TorchSharp's modules draw their weights from.
/// </summary>
internal static class GlobalRandom
{
    private static readonly Lock Gate = new();

    /// <summary>
    /// Calls a function whose draws depend on the given generator alone, and restores the global one's state.
    /// </summary>
    /// <param name="random">The generator that the seed is drawn from.</param>
    /// <param name="make">
    /// The function that draws from the global generator, and that owns the tensors it creates.
    /// </param>
    public static T Seeded<T>(Generator random, Func<T> make)
    {
        using var number = randint(long.MaxValue, [1], ScalarType.Int64, generator: random);
        using var seeded = new Generator((ulong)number.data<long>()[0]);
        using var state = seeded.get_state();
        lock (Gate)
        {
            using var before = torch.random.get_rng_state();
            torch.random.set_rng_state(state);
            try
            {
                return make();
            }
            finally
            {
                torch.random.set_rng_state(before);
            }
        }
    }

    /// <summary>Seeds the global generator for what modules draw while they train, such as dropout.</summary>
    /// <remarks>Runs at the same time in one process share it.</remarks>
    /// <returns>What puts the global generator back as it was.</returns>
    public static IDisposable Begin(int seed)
    {
        using var seeded = new Generator((ulong)seed);
        using var state = seeded.get_state();
        var before = Keep();
        torch.random.set_rng_state(state);
        return before;
    }

    /// <summary>Lets modules draw from the global generator on the side.</summary>
    /// <returns>What puts the global generator back as it was.</returns>
    public static IDisposable Keep() => new Before(torch.random.get_rng_state().DetachFromDisposeScope());

    private sealed class Before(Tensor state) : IDisposable
    {
        public void Dispose()
        {
            if (state.IsInvalid)
                return;
            torch.random.set_rng_state(state);
            state.Dispose();
        }
    }
}
