namespace MLNet.Gan;

/// <summary>
/// The global generator of libtorch's CPU, which TorchSharp's modules draw their weights from and take no other in place of.
/// </summary>
internal static class GlobalRandom
{
    private static readonly Lock Gate = new();

    /// <summary>Makes something whose draws depend on a generator alone, and puts the global one back as it was.</summary>
    /// <param name="random">Where the seed is drawn from.</param>
    /// <param name="make">What draws from the global generator; the tensors it makes are its own affair.</param>
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
        var before = torch.random.get_rng_state().DetachFromDisposeScope();
        torch.random.set_rng_state(state);
        return new Before(before);
    }

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
