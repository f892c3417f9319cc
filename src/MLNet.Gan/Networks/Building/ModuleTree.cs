namespace MLNet.Gan;

/// <summary>The modules of a network, each once.</summary>
internal static class ModuleTree
{
    /// <summary>The network and all modules in it, in the order in which they are registered.</summary>
    /// <remarks>
    /// TorchSharp lists a module twice that is registered under another name than that of the field it is kept in:
    /// <c>register_module</c> registers the fields of its argument too.
    /// </remarks>
    public static IEnumerable<nn.Module> DistinctModules(this nn.Module network) =>
        network.modules().Prepend(network).Distinct(ReferenceEqualityComparer.Instance).Cast<nn.Module>();
}
