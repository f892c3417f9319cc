namespace MLNet.Gan;

/// <summary>Weights of a network of the user's own on which the parametrization in the options would have no effect.</summary>
internal static class UnusedWeights
{
    /// <summary>Throws if a network has weights that do not use the weight parametrization.</summary>
    /// <exception cref="InvalidOperationException">A module keeps a matrix or a kernel of its own.</exception>
    public static void Check(nn.Module network, IWeightParametrization? weights, string option)
    {
        if (weights is null)
            return;

        var own = network is IAdaptedNetwork adapted ? adapted.Inner : network;
        var owner = own.DistinctModules().FirstOrDefault(module =>
            module is not (LayerWeight or TorchSharp.Modules.LayerNorm) && module.GetType().Assembly != typeof(LayerWeight).Assembly
            && module.parameters(recurse: false).Any(parameter => parameter.dim() > 1));
        if (owner is null)
            return;

        var place = ReferenceEquals(owner, own) ? own.GetType().Name : $"'{own.PathOf(owner)}' ({owner.GetType().Name}) of {own.GetType().Name}";
        throw new InvalidOperationException(
            $"{option} is {weights}, but {place} has a weight that is not of NetworkSpec.Weight, on which it would have no effect. "
                + $"Use a layer of MLNet.Gan.Layers in its place, or leave {option} null.");
    }
}
