namespace MLNet.Gan.Tests.Support;

/// <summary>A constant penalty that tells when it is asked.</summary>
internal sealed record SpyRegularizer(double Value = 0, int Interval = 1, Player Player = Player.Discriminator, Action<RegularizerContext>? Asked = null, Needs Needs = Needs.Nothing)
    : IRegularizer
{
    public Tensor Penalty(RegularizerContext round)
    {
        Asked?.Invoke(round);
        return tensor((float)Value).requires_grad_(true); // A penalty has a graph.
    }
}
