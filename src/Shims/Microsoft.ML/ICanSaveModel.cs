namespace Microsoft.ML;

/// <summary>What can be part of a saved model.</summary>
public interface ICanSaveModel
{
    void Save(ModelSaveContext ctx);
}
