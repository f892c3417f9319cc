namespace Microsoft.ML.Transforms;

/// <summary>
/// Gives the function of a contract when a model is loaded; needs a constructor without parameters and <see
/// cref="CustomMappingFactoryAttributeAttribute"/>.
/// </summary>
public abstract class CustomMappingFactory<TSrc, TDst> : ICustomMappingFactory
    where TSrc : class, new()
    where TDst : class, new()
{
    /// <summary>The function. Names and sizes of columns come from the attributes of the two classes alone.</summary>
    public abstract Action<TSrc, TDst> GetMapping();

    ITransformer ICustomMappingFactory.CreateTransformer(string contractName) =>
        new CustomMappingTransformer<TSrc, TDst>(GetMapping(), contractName, null, null);
}
