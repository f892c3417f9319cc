namespace Microsoft.ML.Transforms;

/// <summary>Makes the transformer of a contract anew.</summary>
internal interface ICustomMappingFactory
{
    ITransformer CreateTransformer(string contractName);
}
