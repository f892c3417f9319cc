namespace MLNet.Gan.Regularizers;

internal static class Gradients
{
    /// <summary>‖∂(Σ logits)/∂x‖² of each sample [N], with the graph that a later backward pass needs.</summary>
    public static Tensor SquaredNorms(Tensor logits, Tensor samples)
    {
        // Unlike PyTorch, TorchSharp does not keep the graph merely because a new one is built on it.
        var gradient = autograd.grad([logits.sum()], [samples], retain_graph: true, create_graph: true)[0];
        return SquaredNorms(gradient);
    }

    /// <summary>‖g‖² of each sample's gradient [N].</summary>
    public static Tensor SquaredNorms(Tensor gradient) => gradient.square().flatten(1).sum(1);
}
