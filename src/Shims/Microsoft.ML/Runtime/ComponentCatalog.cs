using System.Reflection;
using Microsoft.ML.Transforms;

namespace Microsoft.ML.Runtime;

/// <summary>The factories of custom mappings, by the name of their contract.</summary>
public sealed class ComponentCatalog
{
    private readonly Lock _lock = new();
    private readonly HashSet<Assembly> _assemblies = [];
    private readonly Dictionary<string, Type> _factories = [];

    internal ComponentCatalog()
    {
    }

    /// <summary>
    /// Makes known the factories of an assembly; doing so again does nothing. A model that was saved with its
    /// assembly's name does not need it.
    /// </summary>
    /// <param name="assembly">The assembly.</param>
    /// <param name="throwOnError">Whether a contract name that is taken throws; else the first factory stays.</param>
    /// <exception cref="InvalidOperationException">A contract name is taken.</exception>
    public void RegisterAssembly(Assembly assembly, bool throwOnError = true)
    {
        ArgumentNullException.ThrowIfNull(assembly);
        lock (_lock)
        {
            if (!_assemblies.Add(assembly))
                return;
            foreach (var type in assembly.GetTypes())
                if (type.GetCustomAttribute<CustomMappingFactoryAttributeAttribute>() is { } attribute)
                    Register(attribute.ContractName, type, throwOnError);
        }
    }

    internal ICustomMappingFactory CreateFactory(string contractName)
    {
        Type? type;
        lock (_lock)
            _factories.TryGetValue(contractName, out type);
        if (type is null)
            throw new InvalidOperationException($"Unable to locate an extension for the contract '{contractName}'. "
                + "Ensure you have called ComponentCatalog.RegisterAssembly with the Assembly that contains a class "
                + $"decorated with a '{typeof(CustomMappingFactoryAttributeAttribute).FullName}'.");
        return Activator.CreateInstance(type, nonPublic: true) as ICustomMappingFactory
            ?? throw new InvalidOperationException($"The class with contract '{contractName}' must derive from "
                + $"'{typeof(CustomMappingFactory<,>).FullName}'.");
    }

    private void Register(string contractName, Type type, bool throwOnError)
    {
        if (!_factories.TryAdd(contractName, type) && throwOnError)
            throw new InvalidOperationException($"The contract name '{contractName}' is used by both "
                + $"'{_factories[contractName].FullName}' and '{type.FullName}'.");
    }
}
