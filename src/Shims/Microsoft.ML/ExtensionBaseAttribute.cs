namespace Microsoft.ML;

/// <summary>Names a contract that a saved model refers to. It cannot be derived from outside.</summary>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = false, Inherited = false)]
public abstract class ExtensionBaseAttribute : Attribute
{
    private protected ExtensionBaseAttribute(string contractName) =>
        ContractName = Check.NonEmpty(contractName, nameof(contractName));

    /// <summary>The name. Saved models hold it, so it must never change.</summary>
    public string ContractName { get; }
}
