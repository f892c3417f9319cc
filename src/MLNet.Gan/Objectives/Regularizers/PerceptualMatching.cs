using System.Text;

namespace MLNet.Gan;

/// <summary>
/// The squared distance between the mean features of real samples and of fakes (Salimans et al., 2016, sec. 3.1), by the
/// features of a frozen network of the user (as in Johnson et al., 2016).
/// </summary>
public sealed record PerceptualMatching : IRegularizer
{
    /// <summary>
    /// The network f, in evaluation mode and on the device of the training: samples [N, …] to features [N, …]. It is
    /// not trained, and the caller disposes of it after training.
    /// </summary>
    public required nn.Module<Tensor, Tensor> Network { get; init => field = Evaluating(Check.NotNull(value)); }

    /// <summary>The strength w of the term w · ‖E f(x) − E f(G(z))‖², at least 0; default 1.</summary>
    public Schedule Weight { get; init => field = Check.NotNegative(value); } = 1;

    /// <inheritdoc/>
    public int Interval { get; init => field = Check.Positive(value); } = 1;

    /// <inheritdoc/>
    public Player Player => Player.Generator;

    /// <inheritdoc/>
    public Tensor Penalty(RegularizerContext context)
    {
        // Parameters that require no gradient while a pass is made get none from it.
        var learning = Network.parameters().Where(parameter => parameter.requires_grad).ToList();
        learning.ForEach(parameter => parameter.requires_grad_(false));
        try
        {
            return Weight.At(context.Step).Times(
                FeatureMeans.SquaredDistance(Features(context.Real.Samples), Features(context.Fake.Samples)));
        }
        finally
        {
            learning.ForEach(parameter => parameter.requires_grad_(true));
        }
    }

    IEnumerable<object?> IChoice.Parts => [Network];

    /// <inheritdoc/>
    public IEnumerable<string> Problems(GanSetup setup) =>
    [
        .. Network.Misplaced(setup.Device, $"{nameof(Network)} of {nameof(PerceptualMatching)}").Take(1),
        .. RegularizerProblems.Of(this, setup),
    ];

    private static nn.Module<Tensor, Tensor> Evaluating(nn.Module<Tensor, Tensor> network) => !network.training
        ? network
        : throw new ArgumentException($"{nameof(Network)} is in training mode. Call its eval() first.", nameof(Network));

    private Tensor Features(Tensor samples) => Network.forward(samples).flatten(1);

    // A module prints the full name of its type only.
    private bool PrintMembers(StringBuilder builder)
    {
        builder.Append($"Network = {Network.GetType().Name}, Weight = {Weight}, Interval = {Interval}");
        return true;
    }
}
