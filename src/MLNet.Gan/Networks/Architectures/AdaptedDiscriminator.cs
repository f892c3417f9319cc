namespace MLNet.Gan;

/// <summary>
/// A discriminator supplied by the user, whose logits [N], [N, 1] or [N, 1, 1, 1] are returned as [N].
/// </summary>
internal sealed class AdaptedDiscriminator : nn.Module<Tensor, Tensor?, Tensor>, IAdaptedNetwork
{
    private readonly Func<Tensor, Tensor?, Tensor> _call;

    /// <summary>Initializes a discriminator around a module, which it owns and which reads no labels.</summary>
    public AdaptedDiscriminator(nn.Module<Tensor, Tensor> inner) : this(inner, (samples, _) => inner.call(samples))
    {
    }

    /// <summary>Initializes a discriminator around a module, which it owns.</summary>
    public AdaptedDiscriminator(nn.Module<Tensor, Tensor?, Tensor> inner) : this(inner, inner.call)
    {
    }

    private AdaptedDiscriminator(nn.Module inner, Func<Tensor, Tensor?, Tensor> call) : base(nameof(AdaptedDiscriminator))
    {
        (Inner, _call) = (inner, call);
        register_module("discriminator", inner);
    }

    public nn.Module Inner { get; }

    public override Tensor forward(Tensor samples, Tensor? labels) => Flat(_call(samples, labels), samples);

    /// <summary>
    /// Returns logits of one value per sample as a vector; others unchanged, since their shape is checked elsewhere.
    /// </summary>
    internal static Tensor Flat(Tensor logits, Tensor samples) =>
        logits is not null && logits.dim() > 1 && logits.size(0) == samples.size(0) && logits.numel() == samples.size(0)
            ? logits.flatten(0)
            : logits!;
}
