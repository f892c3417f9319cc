using System.Runtime.CompilerServices;
using System.Text.Json;
using MLNet.Gan.Tests.Metrics;
using MLNet.Gan.Tests.Support;

namespace MLNet.Gan.Tests.Training;

/// <summary>Comparisons of samples as NumPy computes them from whole matrices in float64 (probe.py).</summary>
[TestClass]
public sealed class SampleProbeVectorTests
{
    private static readonly JsonSerializerOptions CamelCase = new(JsonSerializerDefaults.Web);

    public static IEnumerable<TestDataRow<Case>> Cases =>
        JsonSerializer.Deserialize<Document>(File.ReadAllText(Path.Combine(Folder(), "probe.json")), CamelCase)!
            .Cases.Select(data => new TestDataRow<Case>(data) { DisplayName = data.Name });

    [TestMethod]
    [DynamicData(nameof(Cases))]
    public void Compare_OfReferenceSamples_GivesTheReferenceStatistics(Case data)
    {
        using var scope = NewDisposeScope();
        using var samples = data.Samples();
        using var random = new Generator(1);
        var options = data.Options();
        using var networks = new GanNetworks(options, samples, random, CPU);
        using var probe = SampleProbe.For(options, samples, networks);

        var found = probe!.Compare();

        var expected = data.Expected;
        const double exact = 1e-6; // shares of samples
        Assert.AreEqual(expected.Diversity, found.Diversity, 1e-4 * expected.Diversity, "diversity");
        Assert.AreEqual(expected.Coverage, found.Coverage, exact, "coverage");
        Assert.AreEqual(expected.Precision, found.Precision, exact, "precision");
        Assert.AreEqual(expected.DuplicateShare, found.DuplicateShare, exact, "duplicates");
        Assert.AreEqual(expected.Scale, found.Scale, 1e-5, "scale");
        AreClose(expected.TrainingLogit, found.TrainingLogit, "logit of the training");
        AreClose(expected.GeneratedLogit, found.GeneratedLogit, "logit of generated samples");
        AreClose(expected.HeldOutLogit, found.HeldOutLogit, "logit of held-out rows");
        AreClose(expected.NearTrainingShare, found.NearTrainingShare, "share near the training");
        Assert.AreEqual(expected.LowestClass, found.LowestClass);
        AreClose(expected.LowestClassCoverage, found.LowestClassCoverage, "lowest coverage of a class");
        Assert.IsNull(found.RarestCategory);
    }

    private static void AreClose(double? expected, double? found, string what)
    {
        Assert.AreEqual(expected is null, found is null, what);
        if (expected is { } number)
            Assert.AreEqual(number, found!.Value, 1e-5 * Math.Max(1, Math.Abs(number)), what);
    }

    private static string Folder([CallerFilePath] string file = "") => Path.GetDirectoryName(file)!;

    public sealed record Document(IReadOnlyList<Case> Cases);

    public sealed record Statistics(
        double Diversity, double Coverage, double Precision, double DuplicateShare, double Scale, double TrainingLogit, double GeneratedLogit,
        double? HeldOutLogit, double? NearTrainingShare, int? LowestClass, double? LowestClassCoverage);

    public sealed record Case(
        string Name, int[] Shape, Samples Real, Samples Generated, Samples? HeldOut, int Classes, int Packing, Statistics Expected)
    {
        internal GanOptions Options() => Some.Options with
        {
            Shape = Shape is [var channels, var height, var width] ? SampleShape.Image(channels, height, width) : SampleShape.Vector(Shape[0]),
            Architecture = new GivenSamples(Made(Generated)),
            Packing = Packing,
            LabelColumnName = Classes > 0 ? "Label" : null,
        };

        /// <summary>The rows of the training with those that are held out between them, where a set of the seed holds them out.</summary>
        internal SampleSet Samples()
        {
            var size = Shape.Aggregate(1, (product, side) => product * side);
            var values = Values(Real);
            var count = values.Length;
            long[] labels = [.. Enumerable.Range(0, count).Select(row => (long)row % Math.Max(1, Classes))];
            if (HeldOut is not { } side)
                return new(Tensor([.. values.SelectMany(value => value)]), Classes == 0 ? null : labels, Classes);

            var heldOut = Values(side);
            using var places = new SampleSet(zeros(count + heldOut.Length, 1).DetachFromDisposeScope());
            places.HoldOut(heldOut.Length, seed: 1);
            var (trained, others) = (0, 0);
            var samples = new SampleSet(Tensor(
                [.. Enumerable.Range(0, count + heldOut.Length).SelectMany(row => places.HeldOut.Contains(row) ? heldOut[others++] : values[trained++])]));
            samples.HoldOut(heldOut.Length, seed: 1);
            return samples;

            float[][] Values(Samples made) => [.. made.Features(size).Chunk(size)];
        }

        private Tensor Made(Samples samples) => Tensor(samples.Features(Shape.Aggregate(1, (product, side) => product * side)));

        private Tensor Tensor(float[] values) => tensor(values).reshape([-1, .. Shape.Select(side => (long)side)]).DetachFromDisposeScope();
    }
}
