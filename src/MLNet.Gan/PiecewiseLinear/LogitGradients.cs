namespace MLNet.Gan;

/// <summary>
/// Slopes of samples' logits by a place in a network [N, …]: factors that each sample has of its own, times factors that
/// all share.
/// </summary>
/// <remarks>
/// At a network's end all samples share its last weights; a rectifier multiplies them by constants of each sample's own.
/// While both are apart, a dense layer takes the shared ones into its weights: its matrix product then has a constant on
/// one side, and asks for one gradient instead of two.
/// </remarks>
internal sealed class LogitGradients
{
    private readonly long _samples;
    private readonly Tensor? _own; // One of these two is there.
    private readonly Tensor? _shared;

    private LogitGradients(long samples, Tensor? own, Tensor? shared) => (_samples, _own, _shared) = (samples, own, shared);

    /// <summary>Slopes of each sample [N, …], in memory that may be written over.</summary>
    public static LogitGradients Of(Tensor own) => new(own.shape[0], own, null);

    /// <summary>Slopes [1, …] that are those of so many samples.</summary>
    public static LogitGradients Alike(long samples, Tensor shared) => new(samples, null, shared);

    /// <summary>The slopes of each sample [N, …], in memory that may be written over.</summary>
    public Tensor OfEach => (_own, _shared) switch
    {
        (null, _) => _shared!.repeat([_samples, .. Enumerable.Repeat(1L, (int)_shared.dim() - 1)]),
        (_, null) => _own,
        _ => _own * _shared,
    };

    /// <summary>Back through a rectifier.</summary>
    /// <param name="sides">By what it multiplied each of its inputs [N, …].</param>
    public LogitGradients Rectified(Tensor sides) => new(_samples, _own?.mul_(sides) ?? sides, _shared);

    /// <summary>Back through a matrix product.</summary>
    /// <param name="weight">The matrix [Out, In].</param>
    public LogitGradients Through(Tensor weight) => (_own, _shared) switch
    {
        (null, _) => Alike(_samples, _shared!.mm(weight)),
        (_, null) => Of(_own.mm(weight)),
        _ => Of(_own.mm(_shared.t() * weight)),
    };

    /// <summary>Back through what only moves or repeats numbers.</summary>
    public LogitGradients Moved(Func<Tensor, Tensor> move) =>
        new(_samples, _own is null ? null : move(_own), _shared is null ? null : move(_shared));

    /// <summary>What a constant that is added to each channel [C] adds to the logits [N], or to each alike [1].</summary>
    public Tensor Along(Tensor constant) => (_own, _shared) switch
    {
        (null, _) => OfEachChannel(_shared!).mv(constant),
        ({ } own, { } shared) when own.dim() == 2 => own.mv(shared.flatten() * constant),
        _ => OfEachChannel(OfEach).mv(constant),
    };

    /// <summary>[N, C, …] to [N, C].</summary>
    private static Tensor OfEachChannel(Tensor slopes) => slopes.dim() == 2 ? slopes : slopes.flatten(2).sum(2);
}
