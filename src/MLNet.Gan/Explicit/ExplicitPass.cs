namespace MLNet.Gan;

/// <summary>A batch's pass through a layer, with what its derivatives need.</summary>
/// <param name="output">The output [N, …].</param>
internal abstract class ExplicitPass(Tensor output)
{
    /// <summary>The output [N, …], without a graph.</summary>
    public Tensor Output => output;

    /// <summary>Adds a loss's gradients to those of the parameters, and pulls its gradients with respect to the output to the input.</summary>
    /// <param name="gradients">The loss's gradients with respect to the output [N, …], in memory that may be overwritten.</param>
    /// <param name="isLast">Whether the gradients with respect to the input are not wanted.</param>
    public abstract Tensor? Back(Tensor gradients, bool isLast);
}
