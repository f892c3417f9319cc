namespace MLNet.Gan;

/// <summary>A layer whose derivatives are written out, so that a training needs no graph of it.</summary>
internal interface IExplicitLayer
{
    /// <summary>Whether this instance's are, which depends on its weights and sublayers.</summary>
    bool IsExplicit => true;

    /// <summary>Computes the forward pass, without a graph.</summary>
    /// <param name="input">The input [N, …].</param>
    ExplicitPass Trace(Tensor input);
}
