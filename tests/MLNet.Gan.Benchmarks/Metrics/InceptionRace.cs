using System.Globalization;
using Microsoft.ML;
using MLNet.Gan.Benchmarks.Running;
using MLNet.Gan.Metrics;

namespace MLNet.Gan.Benchmarks.Metrics;

/// <summary>
/// The network of FID, with weights that are made up, through <see cref="InceptionNetwork"/> and through eager PyTorch,
/// in turns, so that a busy machine is as busy for one as for the other.
/// </summary>
/// <param name="Versions">Which PyTorch.</param>
/// <param name="Difference">How far features of the two are apart at most, as a share of the features' range.</param>
/// <param name="Turns">The turns by the number of threads of either side.</param>
internal sealed record InceptionRace(
    string Versions, double Difference, IReadOnlyDictionary<int, IReadOnlyList<Turn>> Turns)
{
    /// <summary>How many images go through at once.</summary>
    public const int BatchSize = 8;

    private const double Tolerance = 2e-4;

    // Already of the network's size, so that neither side resizes.
    private static readonly SampleShape Shape = SampleShape.Image(3, 299, 299);

    /// <summary>Takes turns with 2 threads and with 1; null where there is no Python with torchvision.</summary>
    /// <param name="turns">How often each side runs, behind a batch that warms it up.</param>
    /// <param name="batches">How many batches a turn has.</param>
    /// <exception cref="InvalidOperationException">The two are different networks.</exception>
    public static InceptionRace? Run(int turns, int batches)
    {
        var folder = Directory.CreateDirectory("artifacts/bench/inception").FullName;
        try
        {
            return Run(folder, turns, batches);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static InceptionRace? Run(string folder, int turns, int batches)
    {
        var images = new byte[BatchSize * Shape.Size];
        new Random(1).NextBytes(images);
        var (weights, batch) = (Path.Combine(folder, "weights.pth"), Path.Combine(folder, "images"));
        File.WriteAllBytes(batch, images);
        using var peer = Peer.Start("inception.py", weights, batch);
        if (peer is null)
            return null;

        Environment.SetEnvironmentVariable("GAN_INCEPTION", folder);
        var imported = new MLContext().Gan.ImportInception(weights);
        var difference = 0.0;
        var races = new Dictionary<int, IReadOnlyList<Turn>>();
        foreach (var threads in new[] { 2, 1 })
        {
            using var network = InceptionNetwork.Open(
                new() { Weights = imported, Threads = threads, BatchSize = BatchSize });
            difference = Math.Max(difference, Compare(Features(network, images), peer.AskFloats($"features")));
            peer.Ask($"race {threads} 1");
            races.Add(threads, [.. Enumerable.Range(1, turns).Select(turn =>
            {
                var (ours, theirs) = (Race(network, images, batches), peer.AskElapsed($"race {threads} {batches}"));
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                    $"[{turn}/{turns}] threads {threads}: {ours.WallSeconds:0.0} s, "
                        + $"PyTorch {theirs.WallSeconds:0.0} s"));
                return new Turn(ours.Over(batches * BatchSize), theirs.Over(batches * BatchSize));
            })]);
        }

        return new(peer.Versions, difference, races);
    }

    private static Elapsed Race(InceptionNetwork network, byte[] images, int batches) => Elapsed.Of(() =>
    {
        for (var i = 0; i < batches; i++)
            Features(network, images);
    });

    private static float[] Features(InceptionNetwork network, byte[] images)
    {
        var features = new float[BatchSize * network.FeatureSize];
        network.Extract(BatchSize, images, Shape, features);
        return features;
    }

    private static double Compare(float[] ours, float[] theirs)
    {
        var most = ours.Zip(theirs, (one, other) => Math.Abs((double)one - other)).Max();
        var difference = most / (theirs.Max() - theirs.Min());
        return ours.Length == theirs.Length && difference <= Tolerance ? difference
            : throw new InvalidOperationException(string.Create(CultureInfo.InvariantCulture,
                $"Features of ours and of PyTorch are {difference:0.#e+0} of their range apart, more than {Tolerance}. "
                    + $"They are no longer the same network: compare vectors.py with ours."));
    }
}
