
namespace MLNet.Gan.Benchmarks.Training;

/// <summary>What is raced: peers/training.py and <see cref="Eager.EagerTraining"/> have the same.</summary>
internal static class TrainingCases
{
    private static readonly GanOptions Perceptrons = new()
    {
        Shape = SampleShape.Vector(2), Architecture = new Mlp(), BatchSize = 256, Seed = 1,
    };

    private static readonly GanOptions Convolutions = Perceptrons with
    {
        Shape = SampleShape.Image(1, 28, 28),
        Architecture = new Dcgan { Width = 32 },
        BatchSize = 64,
    };

    private static readonly GanOptions Residuals = Convolutions with
    {
        Shape = SampleShape.Image(3, 32, 32),
        Architecture = new SnganResNet(),
        DiscriminatorWeights = new SpectralNormalization(),
        Loss = new HingeLoss(),
        Regularizers = [],
    };

    public static IReadOnlyList<TrainingCase> All { get; } =
    [
        .. Games(nameof(Mlp), Perceptrons, turn: 25, turns: 31, goal: 1.8),
        .. Games(nameof(Dcgan), Convolutions, turn: 5, turns: 15, goal: 1.7),
        new(nameof(SnganResNet), "hinge, spectral", Residuals, Turn: 1, Turns: 15, Goal: 1.5),
    ];

    public static TrainingCase Find(string network, string game) =>
        All.Single(one => (one.Network, one.Game) == (network, game));

    private static IEnumerable<TrainingCase> Games(string network, GanOptions plain, int turn, int turns, double goal) =>
    [
        new(network, "non-saturating, R1", plain with
        {
            Loss = new NonSaturatingLoss(), Regularizers = [new R1Penalty()],
        }, turn, turns, goal),
        new(network, "relativistic, R1, R2", plain with { Loss = new RelativisticPairingLoss() }, turn, turns, goal),
        new(network, "WGAN-GP", plain with
        {
            Loss = new WassersteinLoss(), Regularizers = [new WganGpPenalty()], DiscriminatorSteps = 5,
        }, Math.Max(turn / 4, 1), turns, goal),
    ];
}
