namespace MLNet.Gan;

/// <summary>A minibatch feature that counts how many layers are created.</summary>
/// <param name="Inner">The feature.</param>
internal sealed record CountedFeature(IMinibatchFeature Inner) : IMinibatchFeature
{
    private int _count;

    /// <inheritdoc/>
    public int Added => Inner.Added;

    /// <inheritdoc/>
    public nn.Module<Tensor, Tensor> Create(NetworkSpec spec, int features)
    {
        _count++;
        return Inner.Create(spec, features);
    }

    /// <summary>Throws if a discriminator did not create the layer.</summary>
    /// <exception cref="InvalidOperationException">There are more discriminators than layers.</exception>
    public void Check(IReadOnlyList<nn.Module> discriminators)
    {
        if (_count < discriminators.Count)
            throw new InvalidOperationException(
                $"{nameof(GanOptions.MinibatchFeature)} is {Inner}, but not all of the discriminators "
                    + $"{string.Join(", ", discriminators.Select(network => network.TypeName()))} create its layer with "
                    + "NetworkSpec.MinibatchFeature, so it would have no effect. Build them as a Discriminator, or leave "
                    + "MinibatchFeature null.");
    }
}
