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
}
