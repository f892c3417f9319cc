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

    /// <summary>The path of a module in a network, such as "main.3"; empty for the network itself, or where it is not in it.</summary>
    public static string PathOf(this nn.Module network, nn.Module module) =>
        network.named_modules().FirstOrDefault(pair => ReferenceEquals(pair.module, module)).name ?? "";

    /// <summary>The type of a network: of a user's own that was adapted, the user's.</summary>
    public static string TypeName(this nn.Module network) =>
        (network is IAdaptedNetwork adapted ? adapted.Inner : network).GetType().Name;
}
