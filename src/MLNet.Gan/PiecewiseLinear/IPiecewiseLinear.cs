namespace MLNet.Gan;

/// <summary>A layer that is piecewise affine in its input, such as a linear layer or a ReLU.</summary>
internal interface IPiecewiseLinear
{
    /// <summary>Whether this instance is piecewise affine, which depends on its sublayers.</summary>
    bool IsPiecewiseLinear => true;

    /// <summary>Computes the forward pass, and the function that propagates gradients back through it.</summary>
    PiecewiseLinearOutput Trace(Tensor input);
}
