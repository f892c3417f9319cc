namespace MLNet.Gan;

/// <summary>
/// Gradients of the samples' logits with respect to an activation [N, …]: a factor of each sample, times a factor that
/// all samples share.
/// </summary>
/// <remarks>
/// At a network's output all samples share the last layer's weights; a ReLU multiplies them by per-sample constants.
/// While the two are separate, a linear layer multiplies the shared factor into its weights: its matrix product then
/// has one constant operand, and its backward pass computes one gradient instead of two.
/// </remarks>
internal sealed class LogitGradients
{
    private readonly long _count;
    private readonly Tensor? _perSample; // At least one of these two is not null.
    private readonly Tensor? _shared;

    private LogitGradients(long count, Tensor? perSample, Tensor? shared) => (_count, _perSample, _shared) = (count, perSample, shared);

    /// <summary>Creates gradients from those of each sample [N, …], in memory that may be overwritten.</summary>
    public static LogitGradients Of(Tensor perSample) => new(perSample.size(0), perSample, null);

    /// <summary>Creates gradients [1, …] that are shared by so many samples.</summary>
    public static LogitGradients Alike(long count, Tensor shared) => new(count, null, shared);

    /// <summary>The gradients of each sample [N, …], in memory that may be overwritten.</summary>
    public Tensor OfEach => (_perSample, _shared) switch
    {
        (null, _) => _shared!.repeat([_count, .. Enumerable.Repeat(1L, (int)_shared.dim() - 1)]),
        (_, null) => _perSample,
        _ => _perSample * _shared,
    };

    /// <summary>Propagates back through a ReLU.</summary>
    /// <param name="sides">The factor of each of its inputs [N, …].</param>
    public LogitGradients Rectified(Tensor sides) => new(_count, _perSample?.mul_(sides) ?? sides, _shared);

    /// <summary>Propagates back through a matrix product.</summary>
    /// <param name="weight">The matrix [Out, In].</param>
    public LogitGradients Through(Tensor weight) => (_perSample, _shared) switch
    {
        (null, _) => Alike(_count, _shared!.mm(weight)),
        (_, null) => Of(_perSample.mm(weight)),
        _ => Of(_perSample.mm(_shared.t() * weight)),
    };

    /// <summary>Propagates back through an operation that only moves or repeats values.</summary>
    public LogitGradients Moved(Func<Tensor, Tensor> move) =>
        new(_count, _perSample is null ? null : move(_perSample), _shared is null ? null : move(_shared));

    /// <summary>
    /// Returns what a bias of each channel [C] contributes to the logits, [N], or [1] if all are equal.
    /// </summary>
    public Tensor Along(Tensor constant) => (_perSample, _shared) switch
    {
        (null, _) => OfEachChannel(_shared!).mv(constant),
        ({ } perSample, { } shared) when perSample.dim() == 2 => perSample.mv(shared.flatten() * constant),
        _ => OfEachChannel(OfEach).mv(constant),
    };

    /// <summary>Sums [N, C, …] to [N, C].</summary>
    private static Tensor OfEachChannel(Tensor gradients) => gradients.dim() == 2 ? gradients : gradients.flatten(2).sum(2);
}
