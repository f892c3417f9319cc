namespace Microsoft.ML;

/// <summary>What can be part of a saved model.</summary>
public interface ICanSaveModel
{
    /// <summary>Saves the object into a context of its own.</summary>
    /// <remarks>
    /// Nobody outside of ML.NET can write to a context: hand it to the <c>Save</c> of built-in transformers that do the
    /// same. To write nothing makes saving the whole pipeline throw.
    /// </remarks>
    void Save(ModelSaveContext ctx);
}
