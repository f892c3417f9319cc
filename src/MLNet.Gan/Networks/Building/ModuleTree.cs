namespace MLNet.Gan;

/// <summary>Lists the modules of a network.</summary>
internal static class ModuleTree
{
    /// <summary>Returns the network and all modules in it, each once, in the order of their registration.</summary>
    /// <remarks>
    /// TorchSharp lists a module twice that is registered under another name than that of the field it is kept in:
    /// <c>register_module</c> registers the fields of its argument too.
    /// </remarks>
    public static IEnumerable<nn.Module> DistinctModules(this nn.Module network) =>
        network.modules().Prepend(network).Distinct(ReferenceEqualityComparer.Instance).Cast<nn.Module>();

    /// <summary>
    /// Returns the path of a module in a network, such as "main.3"; empty for the network itself, or if it is not in
    /// it.
    /// </summary>
    public static string PathOf(this nn.Module network, nn.Module module) =>
        network.named_modules().FirstOrDefault(pair => ReferenceEquals(pair.module, module)).name ?? "";

    /// <summary>Returns the name of a network's type; that of the user's module if the network wraps one.</summary>
    public static string TypeName(this nn.Module network) =>
        (network is IAdaptedNetwork adapted ? adapted.Inner : network).GetType().Name;
}
