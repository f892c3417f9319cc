namespace MLNet.Gan;

/// <summary>A network out of a saved pipeline. Safe to use from many threads.</summary>
internal interface ISavedNetwork
{
    /// <summary>What it makes of a row.</summary>
    float[] Run(SavedGeneratorInput row);
}
