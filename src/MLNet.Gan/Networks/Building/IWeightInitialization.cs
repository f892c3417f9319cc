namespace MLNet.Gan;

/// <summary>Where weights begin.</summary>
public interface IWeightInitialization : IChoice
{
    /// <summary>Initial values, on the CPU.</summary>
    /// <param name="shape">What the layer needs.</param>
    /// <param name="random">Where chance comes from.</param>
    Tensor Draw(WeightShape shape, Generator random);

    /// <summary>Initial biases beside such a weight, on the CPU, one for each output; zeros unless it says more.</summary>
    /// <param name="shape">What the layer needs.</param>
    /// <param name="random">Where chance comes from.</param>
    Tensor DrawBias(WeightShape shape, Generator random) => zeros(shape.Size[shape.OutputAxis]);
}
