namespace MLNet.Gan;

/// <summary>Derivatives by libtorch, asked for only where it can answer.</summary>
/// <remarks>
/// TorchSharp's <c>autograd.grad</c> hands no error on: one in there ends the process. So all that can be known before
/// is checked before, and nothing else of this library calls it.
/// </remarks>
internal static class Gradients
{
    /// <summary>
    /// The derivatives of a value by some tensors, in memory that the caller's scope owns; null by those that the value
    /// does not depend on.
    /// </summary>
    /// <param name="value">What is differentiated: a scalar, unless there are weights.</param>
    /// <param name="what">What the value is called in a message.</param>
    /// <param name="places">By what.</param>
    /// <param name="weights">What each number of the value counts; null for a scalar.</param>
    /// <param name="isFinal">Whether neither the derivatives nor the value will be differentiated once more.</param>
    /// <exception cref="InvalidOperationException">The value carries no graph, or a tensor is not watched.</exception>
    public static Tensor?[] Of(
        Tensor value, string what, IReadOnlyList<Tensor> places, Tensor? weights = null, bool isFinal = false)
    {
        if (!value.requires_grad)
            throw new InvalidOperationException(
                $"{what} cannot be differentiated, since no graph says how it was computed. Compute it with tensor "
                    + "operations from what it depends on, without detach(), no_grad() or numbers read from a tensor.");
        if (weights is null ? value.numel() != 1 : !weights.shape.SequenceEqual(value.shape))
            throw new InvalidOperationException(
                $"{what} cannot be differentiated, since it has the shape [{string.Join(", ", value.shape)}]. Return a "
                    + "scalar, such as its mean.");
        if (places.FirstOrDefault(place => !place.requires_grad) is { } unwatched)
            throw new InvalidOperationException(
                $"{what} cannot be differentiated by a tensor [{string.Join(", ", unwatched.shape)}] that requires no "
                    + "gradient. Leave requires_grad of samples and parameters to the trainer.");

        // Unlike PyTorch, TorchSharp does not keep the graph merely because a new one is built on it.
        var derivatives = autograd.grad([value], [.. places], weights is null ? null : [weights],
            retain_graph: !isFinal, create_graph: !isFinal, allow_unused: true);
        return [.. derivatives.Select(derivative => derivative is null || derivative.IsInvalid ? null : derivative)];
    }

    /// <summary>The derivative by one tensor, which the value must depend on, to be differentiated once more.</summary>
    /// <exception cref="InvalidOperationException">The value does not depend on it, or carries no graph.</exception>
    public static Tensor Of(Tensor value, string what, Tensor place, Tensor? weights = null) =>
        Of(value, what, [place], weights)[0] ?? throw new InvalidOperationException(
            $"{what} cannot be differentiated, since it does not depend on the samples or parameters by which its "
                + "derivative is asked for. Compute it from these, with tensor operations.");
}
