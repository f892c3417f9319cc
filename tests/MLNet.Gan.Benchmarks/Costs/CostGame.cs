namespace MLNet.Gan.Benchmarks.Costs;

/// <summary>A plain step.</summary>
/// <param name="Name">What it is called in the table.</param>
/// <param name="Turn">The steps that are taken at once: few, since the machine's pace changes within a second.</param>
/// <param name="Turns">The turns of each side, with those that warm up.</param>
/// <param name="Plain">The options without any stabilizer.</param>
internal sealed record CostGame(string Name, int Turn, int Turns, GanOptions Plain)
{
    public static CostGame Perceptron { get; } =
        new("Mlp", Turn: 10, Turns: 31, Of(SampleShape.Vector(2), 256, new Mlp()));

    public static CostGame Convolutions { get; } =
        new("Dcgan", Turn: 2, Turns: 20, Of(SampleShape.Image(1, 28, 28), 32, new Dcgan { Width = 32 }));

    private static GanOptions Of(SampleShape shape, int batchSize, IArchitecture architecture) => new()
    {
        Shape = shape, BatchSize = batchSize, Architecture = architecture,
        Loss = new NonSaturatingLoss(), Regularizers = [], Seed = 1,
    };
}
