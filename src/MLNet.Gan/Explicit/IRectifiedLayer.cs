namespace MLNet.Gan;

/// <summary>A layer with weights whose derivatives are written out, together with those of a rectifier behind it.</summary>
internal interface IRectifiedLayer : IExplicitLayer
{
    ExplicitPass IExplicitLayer.Trace(Tensor input) => Trace(input, slope: 1);

    /// <summary>Computes the forward pass, without a graph.</summary>
    /// <param name="input">The input [N, …].</param>
    /// <param name="slope">The slope of the (leaky) ReLU behind the layer; 1 for none.</param>
    ExplicitPass Trace(Tensor input, double slope);
}
