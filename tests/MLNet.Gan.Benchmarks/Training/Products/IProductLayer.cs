namespace MLNet.Gan.Benchmarks.Training.Products;

/// <summary>The matrix products and convolutions of a layer, for so many samples each.</summary>
internal interface IProductLayer
{
    /// <summary>From inputs to outputs.</summary>
    void Forward(int samples);

    /// <summary>From gradients with respect to outputs to those with respect to inputs.</summary>
    void Pull(int samples);

    /// <summary>From both to the weight's gradient.</summary>
    void Weights(int samples);
}
