namespace MLNet.Gan;

/// <summary>Generated samples as a leaf of the loss's graph, behind whose backward pass their gradients go on through the generator.</summary>
/// <param name="Samples">The samples [N, …].</param>
/// <param name="Back">Adds gradients with respect to the samples to those of the generator's parameters.</param>
internal sealed record GeneratedSamples(Tensor Samples, Action<Tensor> Back)
{
    /// <summary>Goes on with the samples' gradients, after the loss's backward pass. A loss that does not depend on them has none.</summary>
    public void Backward()
    {
        if (Samples.grad is { } gradients)
            Back(gradients);
    }

    /// <summary>Samples of a generator whose graph is libtorch's.</summary>
    public static GeneratedSamples Recorded(Tensor samples) => new(samples.detach().requires_grad_(true), gradients => samples.backward([gradients]));

    /// <summary>Samples of a pass whose derivatives are written out.</summary>
    public static GeneratedSamples Of(ExplicitPass pass) => new(Leaf(pass), gradients => BackThrough(pass, gradients));

    /// <summary>Samples of such a pass whose input ends with columns that have a graph of libtorch's.</summary>
    /// <param name="pass">The pass.</param>
    /// <param name="columns">The last columns of its input [N, E].</param>
    public static GeneratedSamples Of(ExplicitPass pass, Tensor columns) => new(Leaf(pass), gradients =>
    {
        using var scope = NewDisposeScope();
        Tensor pulled;
        using (no_grad())
            pulled = pass.Back(gradients, isLast: false)!;
        columns.backward([pulled.narrow(1, pulled.size(1) - columns.size(1), columns.size(1))]);
    });

    /// <summary>Samples that are computed from such a pass with libtorch's graph.</summary>
    /// <param name="pass">The pass.</param>
    /// <param name="end">Computes the samples.</param>
    public static GeneratedSamples Of(ExplicitPass pass, Func<Tensor, Tensor> end)
    {
        var start = Leaf(pass);
        var samples = end(start);
        return new(samples.detach().requires_grad_(true), gradients =>
        {
            samples.backward([gradients]);
            BackThrough(pass, start.grad!);
        });
    }

    private static Tensor Leaf(ExplicitPass pass) => pass.Output.detach().requires_grad_(true);

    private static void BackThrough(ExplicitPass pass, Tensor gradients)
    {
        using var scope = NewDisposeScope();
        using var _ = no_grad();
        pass.Back(gradients, isLast: true);
    }
}
