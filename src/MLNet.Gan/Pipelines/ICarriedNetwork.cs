namespace MLNet.Gan.Pipelines;

/// <summary>A network out of a saved pipeline. Safe to use from many threads.</summary>
internal interface ICarriedNetwork
{
    /// <summary>What it makes of a row.</summary>
    float[] Run(CarriedInput row);
}
