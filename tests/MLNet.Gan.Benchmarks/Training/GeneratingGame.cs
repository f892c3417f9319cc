using Microsoft.ML;
using MLNet.Gan.Benchmarks.Costs;

namespace MLNet.Gan.Benchmarks.Training;

/// <summary>A generator that samples are made with.</summary>
/// <param name="Name">What it is called in the table.</param>
/// <param name="Samples">How many are made in a turn, a multiple of the batch's size.</param>
/// <param name="Shape">What they are.</param>
/// <param name="Architecture">The network.</param>
internal sealed record GeneratingGame(string Name, int Samples, SampleShape Shape, IArchitecture Architecture)
{
    /// <summary>All of them.</summary>
    public static IReadOnlyList<GeneratingGame> All { get; } =
    [
        new("Mlp 3 × 128", 4096 * GeneratingRace.BatchSize, SampleShape.Vector(2), new Mlp()),
        new("Dcgan 28 × 28, width 32", 64 * GeneratingRace.BatchSize, SampleShape.Image(1, 28, 28),
            new Dcgan { Width = 32 }),
    ];

    /// <summary>Writes a generator as it is after one step; what it has learned changes no time.</summary>
    public void Export(MLContext context, string path)
    {
        var options = new GanOptions { Shape = Shape, Architecture = Architecture, Steps = 1, Seed = 1 };
        using var model = context.Gan.Trainers.Gan(options).Fit(CostData.View(context, Shape));
        model.ExportToOnnx(path);
    }
}
