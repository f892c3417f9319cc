namespace MLNet.Gan;

/// <summary>
/// Several generators trained against one discriminator, so that each can model a part of the data (MAD-GAN; Ghosh et
/// al., 2018).
/// </summary>
/// <remarks>
/// A latent is one of <see cref="Inner"/> and one additional component, u ~ N(0, 1), which selects generator ⌊k · Φ(u)⌋
/// of k: all are equally likely. The sample is the selected generator's output. The generators share no weights, and
/// each step computes all of them. The regularizer <c>GeneratorIdentification</c> makes them differ.
/// </remarks>
public sealed record MultipleGenerators : IArchitecture
{
    /// <summary>
    /// The architecture of every generator and of the discriminator, which must not be a growing one. Default Mlp.
    /// </summary>
    public IArchitecture Inner { get; init => field = OfOneSize(Check.NotNull(value)); } = new Mlp();

    /// <summary>The number of generators k, at least 1; default 4.</summary>
    public int Count { get; init => field = Check.Positive(value); } = 4;

    /// <inheritdoc/>
    public int LatentSize => Inner.LatentSize + 1;

    /// <inheritdoc/>
    public bool IsBounded(SampleShape shape) => Inner.IsBounded(shape);

    /// <inheritdoc/>
    public nn.Module<Tensor, Tensor?, Tensor> CreateGenerator(NetworkSpec spec) => new ChosenGenerator(
        [.. Enumerable.Range(0, Count).Select(_ => Inner.CreateGenerator(spec))], spec.Shape);

    /// <inheritdoc/>
    public nn.Module<Tensor, Tensor?, Tensor> CreateDiscriminator(NetworkSpec spec) => Inner.CreateDiscriminator(spec);

    IEnumerable<object?> IChoice.Parts => [Inner];

    private static IArchitecture OfOneSize(IArchitecture value) => value is not IGrowingArchitecture
        ? value
        : throw new ArgumentException(
            $"Inner is {value.GetType().Name}, whose networks grow, but several generators cannot grow together. "
                + "Choose an architecture of one size, such as Dcgan.", nameof(Inner));
}
