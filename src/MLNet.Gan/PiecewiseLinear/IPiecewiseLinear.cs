namespace MLNet.Gan;

/// <summary>A layer that is affine but for kinks, such as those of rectifiers.</summary>
internal interface IPiecewiseLinear
{
    /// <summary>Whether it really is, which depends on its parts.</summary>
    bool IsPiecewiseLinear => true;

    /// <summary>The forward pass, and how slopes come back through it.</summary>
    PiecewiseLinearOutput Trace(Tensor input);
}
