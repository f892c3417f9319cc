namespace MLNet.Gan;

/// <summary>
/// Makes a network compute with given tensors in place of its parameters, differentiably with respect to them, until
/// <see cref="Dispose"/>.
/// </summary>
/// <remarks>
/// A loss can then be differentiated through updates of the network, as an unrolled discriminator needs. Buffers are
/// not substituted, and change in training mode as usual.
/// </remarks>
internal sealed class ParameterSubstitution : IDisposable
{
    private readonly List<LayerWeight> _weights;

    /// <summary>
    /// Starts the substitution. The tensors that it creates belong to the current scope, which must outlive this
    /// object.
    /// </summary>
    /// <param name="network">A network whose parameters all are <see cref="LayerWeight"/>s.</param>
    /// <param name="parameters">
    /// The values [P] in the order of the network's parameters, of any floating type, with a graph or without.
    /// </param>
    /// <exception cref="NotSupportedException">
    /// A layer has a parameter that is not in a <see cref="LayerWeight"/>.
    /// </exception>
    public ParameterSubstitution(nn.Module network, Tensor parameters)
    {
        var owners = network.DistinctModules().Where(module => module.parameters(recurse: false).Any());
        _weights = [.. owners.Select(Weight)];

        var byParameter = _weights.ToDictionary<LayerWeight, Tensor>(
            weight => weight.Parameter, ReferenceEqualityComparer.Instance);
        var start = 0L;
        List<Tensor> substitutes = [];
        foreach (var parameter in network.parameters())
        {
            substitutes.Add(parameters.narrow(0, start, parameter.numel()).reshape(parameter.Sizes()));
            byParameter[parameter].Substitute = substitutes[^1];
            start += parameter.numel();
        }

        Parameters = substitutes;
    }

    /// <summary>The substitutes of the parameters, in the network's order.</summary>
    public IReadOnlyList<Tensor> Parameters { get; }

    public void Dispose() => _weights.ForEach(weight => weight.Substitute = null);

    private static LayerWeight Weight(nn.Module owner) =>
        owner is LayerWeight weight && weight.parameters(recurse: false).Count() == 1
            ? weight
            : throw new NotSupportedException(
                $"The network cannot be differentiated through its own updates, since its layer {owner.GetType().Name} "
                    + "keeps parameters that are not of NetworkSpec.Weight or NetworkSpec.Bias. Use Mlp, or leave "
                    + "Unrolling.IsDifferentiated false.");
}
