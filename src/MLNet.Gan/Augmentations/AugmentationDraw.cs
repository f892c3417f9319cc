using System.Globalization;

namespace MLNet.Gan;

/// <summary>The arguments of one application of an augmentation, and its random numbers for each sample.</summary>
/// <remarks>
/// The methods draw one number per sample, of shape [N, 1, …], on the CPU, so that equal seeds give equal numbers on
/// every device, and then move them to the samples' device without a synchronization.
/// </remarks>
/// <param name="Step">The step, from 0.</param>
/// <param name="Probability">The share of samples to change, from 0 to 1; the others stay unchanged.</param>
/// <param name="Random">The random number generator; equal seeds give equal runs.</param>
public sealed record AugmentationDraw(long Step, double Probability, Generator Random)
{
    /// <summary>The share of samples to change, from 0 to 1; the others stay unchanged.</summary>
    public double Probability { get; init => field = Check.Share(value); } = Check.Share(Probability);

    /// <summary>
    /// Draws numbers from U(<paramref name="from"/>, <paramref name="to"/>), [N, 1, …] of the samples' type.
    /// </summary>
    /// <param name="samples">The samples [N, …].</param>
    /// <param name="from">The lower bound, finite.</param>
    /// <param name="to">The upper bound, finite and at least <paramref name="from"/>.</param>
    public Tensor Uniform(Tensor samples, double from, double to)
    {
        var sizes = Sizes(samples);
        Check.Finite(from, nameof(from));
        if (Check.Finite(to, nameof(to)) < from)
            throw Check.OutOfRange(nameof(to), to, $"at least {nameof(from)}, which is {from.ToString(CultureInfo.InvariantCulture)}");
        return from.Plus((to - from).Times(rand(sizes, generator: Random))).SentTo(samples);
    }

    /// <summary>Draws numbers from N(0, <paramref name="deviation"/>²), [N, 1, …] of the samples' type.</summary>
    /// <param name="samples">The samples [N, …].</param>
    /// <param name="deviation">The standard deviation, at least 0.</param>
    public Tensor Normal(Tensor samples, double deviation)
    {
        var sizes = Sizes(samples);
        return Check.NotNegative(deviation, nameof(deviation)).Times(randn(sizes, generator: Random)).SentTo(samples);
    }

    /// <summary>Draws uniform integers [N, 1, …] of 64 bits, both bounds included.</summary>
    /// <param name="samples">The samples [N, …].</param>
    /// <param name="first">The smallest integer.</param>
    /// <param name="last">The largest integer, which is drawn too; at least <paramref name="first"/>.</param>
    public Tensor Integers(Tensor samples, long first, long last)
    {
        var sizes = Sizes(samples);
        return last >= first
            ? randint(first, last + 1, sizes, ScalarType.Int64, generator: Random).SentTo(samples.device)
            : throw Check.OutOfRange(nameof(last), last, $"at least {nameof(first)}, which is {first}");
    }

    /// <summary>Returns, for each sample, the changed one with <see cref="Probability"/>, else the original.</summary>
    /// <param name="samples">The samples [N, …].</param>
    /// <param name="changed">The changed samples, of the same shape.</param>
    /// <exception cref="ArgumentException">The shapes differ.</exception>
    public Tensor Choose(Tensor samples, Tensor changed)
    {
        ArgumentNullException.ThrowIfNull(samples);
        ArgumentNullException.ThrowIfNull(changed);
        if (!samples.Sizes().SequenceEqual(changed.Sizes()))
            throw new ArgumentException(
                $"The samples are [{string.Join(", ", samples.Sizes())}], but the changed ones "
                    + $"[{string.Join(", ", changed.Sizes())}]. Give both the same shape.", nameof(changed));
        if (Probability >= 1)
            return changed;
        using Scalar probability = Probability;
        var isChanged = rand(Sizes(samples), generator: Random) < probability;
        return where(isChanged.SentTo(samples.device), changed, samples);
    }

    private static long[] Sizes(Tensor samples)
    {
        ArgumentNullException.ThrowIfNull(samples);
        return [samples.size(0), .. Enumerable.Repeat(1L, (int)samples.dim() - 1)];
    }
}
