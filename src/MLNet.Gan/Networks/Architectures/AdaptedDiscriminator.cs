namespace MLNet.Gan;

/// <summary>A discriminator of the user's own, whose logits [N], [N, 1] or [N, 1, 1, 1] become [N].</summary>
internal sealed class AdaptedDiscriminator : nn.Module<Tensor, Tensor?, Tensor>, IAdaptedNetwork
{
    private readonly Func<Tensor, Tensor?, Tensor> _call;

    /// <summary>A discriminator that owns the one within, and reads no labels.</summary>
    public AdaptedDiscriminator(nn.Module<Tensor, Tensor> inner) : this(inner, (samples, _) => inner.call(samples))
    {
    }

    /// <summary>A discriminator that owns the one within.</summary>
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

    /// <summary>One logit a sample as a vector. Whatever else was returned is refused elsewhere, by its shape.</summary>
    internal static Tensor Flat(Tensor logits, Tensor samples) =>
        logits is not null && logits.dim() > 1 && logits.shape[0] == samples.shape[0] && logits.numel() == samples.shape[0]
            ? logits.flatten(0)
            : logits!;
}
