namespace MLNet.Gan.Networks;

/// <summary>Where weights begin.</summary>
public interface IWeightInitialization
{
    /// <summary>Initial values, on the CPU.</summary>
    /// <param name="shape">What the layer needs.</param>
    /// <param name="random">Where chance comes from.</param>
    Tensor Draw(WeightShape shape, Generator random);
}
