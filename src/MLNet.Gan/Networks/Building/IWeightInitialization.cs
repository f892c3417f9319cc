namespace MLNet.Gan;

/// <summary>The distribution that initial weights are drawn from.</summary>
public interface IWeightInitialization : IChoice
{
    /// <summary>Draws initial weights, on the CPU.</summary>
    /// <param name="shape">The weight's shape, fans and gain.</param>
    /// <param name="random">The random number generator.</param>
    Tensor Draw(WeightShape shape, Generator random);

    /// <summary>
    /// Draws the initial biases of a layer with such weights, on the CPU, one for each output; default zeros.
    /// </summary>
    /// <param name="shape">The weight's shape, fans and gain.</param>
    /// <param name="random">The random number generator.</param>
    Tensor DrawBias(WeightShape shape, Generator random) => zeros(shape.Size[shape.OutputAxis]);
}
