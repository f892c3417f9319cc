namespace MLNet.Gan;

/// <summary>The architecture's discriminator and the auxiliary ones, which are trained as one network.</summary>
internal sealed class DiscriminatorEnsemble : nn.Module
{
    public DiscriminatorEnsemble(GanOptions options, NetworkSpec spec) : base(nameof(DiscriminatorEnsemble))
    {
        Members = [new(options.Architecture.CreateDiscriminator(spec), Downsampling: 1, Weight: 1) { Heads = spec.Heads }];
        foreach (var auxiliary in options.AuxiliaryDiscriminators)
        {
            var architecture = auxiliary.Architecture ?? options.Architecture;
            var view = spec with { Shape = Shrunk(spec.Shape, auxiliary.Downsampling) };
            Members.Add(new(architecture.CreateDiscriminator(view), auxiliary.Downsampling, auxiliary.Weight)
            {
                Heads = spec.Heads,
            });
        }

        foreach (var (index, member) in Members.Index())
            register_module($"{index}", member.Network);
    }

    /// <summary>The discriminators, the main one first.</summary>
    public List<WeightedDiscriminator> Members { get; }

    private static SampleShape Shrunk(SampleShape shape, int factor) => factor == 1
        ? shape
        : SampleShape.Image(shape.Channels, shape.Height / factor, shape.Width / factor);
}
