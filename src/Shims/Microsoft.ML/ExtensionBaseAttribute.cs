namespace Microsoft.ML;

/// <summary>Names a contract that a saved model refers to.</summary>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = false, Inherited = false)]
public abstract class ExtensionBaseAttribute : Attribute
{
    private protected ExtensionBaseAttribute(string contractName) =>
        ContractName = Check.NonEmpty(contractName, nameof(contractName));

    public string ContractName { get; }
}
