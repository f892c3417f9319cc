namespace Microsoft.ML.Transforms;

/// <summary>
/// Names the contract of a factory of custom mappings; written <c>[CustomMappingFactoryAttribute("…")]</c>.
/// </summary>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = false, Inherited = false)]
public sealed class CustomMappingFactoryAttributeAttribute : ExtensionBaseAttribute
{
    /// <summary>Names the contract.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The name is empty.</exception>
    public CustomMappingFactoryAttributeAttribute(string contractName)
        : base(contractName)
    {
    }
}
