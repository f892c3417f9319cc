namespace MLNet.Gan.Tests.Support;

/// <summary>A constant penalty that tells when it is asked.</summary>
internal sealed record SpyRegularizer(
    double Value = 0, int Interval = 1, Player Player = Player.Discriminator, Action<RegularizerContext>? Asked = null,
    Needs Needs = Needs.Nothing)
    : IRegularizer
{
    public Needs NeedsIn(Player turn) => Needs;

    public Tensor OwnSamples(Tensor real, Tensor fake, Generator random) => real;

    public Tensor Penalty(RegularizerContext context)
    {
        Asked?.Invoke(context);
        return tensor((float)Value).requires_grad_(true); // A penalty has a graph.
    }
}
