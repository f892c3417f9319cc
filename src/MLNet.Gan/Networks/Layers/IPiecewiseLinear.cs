namespace MLNet.Gan.Networks.Layers;

/// <summary>A layer that is affine but for kinks, such as those of rectifiers.</summary>
internal interface IPiecewiseLinear
{
    /// <summary>Whether it really is, which depends on its parts.</summary>
    bool IsPiecewiseLinear => true;

    /// <summary>
    /// The forward pass, with a note of every constant that is added, and with the slopes between kinks as constants:
    /// whoever differentiates a derivative then does not look for a second one in rectifiers, which have none.
    /// </summary>
    Tensor Trace(Tensor input, AffineTrace trace);
}
