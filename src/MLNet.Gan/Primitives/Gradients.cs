namespace MLNet.Gan;

/// <summary>Gradients by libtorch's autograd, with all checks that TorchSharp lacks.</summary>
/// <remarks>
/// TorchSharp's <c>autograd.grad</c> does not pass errors on: an error in it ends the process. So the inputs are
/// checked first, and no other code of this library calls it.
/// </remarks>
internal static class Gradients
{
    /// <summary>
    /// Returns the gradients of a value with respect to some tensors, in memory owned by the caller's scope; null for
    /// those that the value does not depend on.
    /// </summary>
    /// <param name="value">The value to differentiate: a scalar, unless there are weights.</param>
    /// <param name="what">The name of the value in messages.</param>
    /// <param name="places">The tensors to differentiate with respect to.</param>
    /// <param name="weights">The weight of each element of the value (grad_outputs); null for a scalar.</param>
    /// <param name="isFinal">Whether neither the gradients nor the value will be differentiated again.</param>
    /// <exception cref="InvalidOperationException">There is no graph, or a tensor requires no gradient.</exception>
    public static Tensor?[] Of(
        Tensor value, string what, IReadOnlyList<Tensor> places, Tensor? weights = null, bool isFinal = false)
    {
        if (!value.requires_grad)
            throw new InvalidOperationException(
                $"{what} cannot be differentiated, since it has no graph. Compute it with tensor "
                    + "operations from what it depends on, without detach(), no_grad() or numbers read from a tensor.");
        if (weights is null ? value.numel() != 1 : !weights.Sizes().SequenceEqual(value.Sizes()))
            throw new InvalidOperationException(
                $"{what} cannot be differentiated, since it has the shape [{string.Join(", ", value.Sizes())}]. Return a "
                    + "scalar, such as its mean.");
        if (places.FirstOrDefault(place => !place.requires_grad) is { } unwatched)
            throw new InvalidOperationException(
                $"{what} cannot be differentiated by a tensor [{string.Join(", ", unwatched.Sizes())}] that requires no "
                    + "gradient. Leave requires_grad of samples and parameters to the trainer.");

        // Unlike PyTorch, TorchSharp does not retain the graph when create_graph is set.
        var derivatives = autograd.grad([value], [.. places], weights is null ? null : [weights],
            retain_graph: !isFinal, create_graph: !isFinal, allow_unused: true);
        return [.. derivatives.Select(derivative => derivative is null || derivative.IsInvalid ? null : derivative)];
    }

    /// <summary>Returns the gradient with respect to one tensor, which can be differentiated again.</summary>
    /// <exception cref="InvalidOperationException">The value does not depend on it, or has no graph.</exception>
    public static Tensor Of(Tensor value, string what, Tensor place, Tensor? weights = null) =>
        Of(value, what, [place], weights)[0] ?? throw new InvalidOperationException(
            $"{what} cannot be differentiated, since it does not depend on the samples or parameters by which its "
                + "derivative is asked for. Compute it from these, with tensor operations.");
}
