namespace MLNet.Gan;

/// <summary>A network of a saved pipeline. Thread-safe.</summary>
internal interface ISavedNetwork
{
    /// <summary>Computes the output of a row.</summary>
    float[] Run(SavedGeneratorInput row);
}
