using System.Runtime.CompilerServices;

namespace MLNet.Gan;

/// <summary>An architecture whose networks are modules supplied by the user.</summary>
/// <param name="LatentSize">The length of a latent vector.</param>
/// <param name="Generator">Creates a generator.</param>
/// <param name="Discriminator">Creates a discriminator.</param>
/// <param name="ReadsLabels">Whether the networks read labels.</param>
/// <param name="Bounded">Whether samples lie in [−1, 1]; null: true for images.</param>
/// <param name="Text">The source text of the call that created the architecture, on one line.</param>
internal sealed record ModuleArchitecture(
    int LatentSize, Func<NetworkSpec, nn.Module<Tensor, Tensor?, Tensor>> Generator,
    Func<NetworkSpec, nn.Module<Tensor, Tensor?, Tensor>> Discriminator, bool ReadsLabels, bool? Bounded, string Text) : IArchitecture
{
    // A network returned twice would share its weights with another one. The table keeps none of them alive.
    private static readonly ConditionalWeakTable<nn.Module, object> Returned = [];

    /// <inheritdoc/>
    public bool IsBounded(SampleShape shape) => Bounded ?? shape.IsImage;

    /// <inheritdoc/>
    public nn.Module<Tensor, Tensor?, Tensor> CreateGenerator(NetworkSpec spec) => Create(spec, Generator, "generator");

    /// <inheritdoc/>
    public nn.Module<Tensor, Tensor?, Tensor> CreateDiscriminator(NetworkSpec spec) => Create(spec, Discriminator, "discriminator");

    /// <summary>Returns the source text of the call that created the architecture.</summary>
    public override string ToString() => Text;

    private nn.Module<Tensor, Tensor?, Tensor> Create(
        NetworkSpec spec, Func<NetworkSpec, nn.Module<Tensor, Tensor?, Tensor>> make, string role)
    {
        if (spec.Classes > 0 && !ReadsLabels)
            throw new InvalidOperationException(
                $"LabelColumnName is set, but {Text} has modules that read no labels. Give "
                    + "Architecture.Of modules of two inputs, samples or latents and labels, or leave LabelColumnName null.");

        var network = GlobalRandom.Seeded(spec.Random, () => make(spec));
        var own = network is IAdaptedNetwork adapted ? adapted.Inner : network;
        if (!Returned.TryAdd(own, role))
            throw new InvalidOperationException(
                $"The function of the {role} in {Text} returned the same {own.GetType().Name} twice. Create a new one "
                    + "in each call, since the averaged generator is a separate network.");

        // TorchSharp creates modules on the CPU by default, so that a seed gives the same weights on every device.
        if (spec.Device.type != DeviceType.CPU)
            network.to(spec.Device);
        foreach (var tensor in network.parameters().Concat(network.buffers()))
            tensor.DetachFromDisposeScope();
        return network;
    }
}
