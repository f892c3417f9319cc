using MLNet.Gan.Tests.Support;

namespace MLNet.Gan.Tests.Training;

[TestClass]
public sealed class SampleProbeTests
{
    [TestMethod]
    public void Compare_OfEqualSamples_HasNoDiversity()
    {
        using var real = Some.Points();

        var found = Compared(real, zeros(64, 2).Plus(0.5))!;

        Assert.AreEqual(0, found.Diversity, 1e-3);
        Assert.AreEqual(1, found.DuplicateShare);
        Assert.IsTrue(found.Coverage is > 0 and < 0.6, $"{found.Coverage}");
    }

    [TestMethod]
    public void Compare_OfTheRealSamples_CoversThemAll()
    {
        using var real = Some.Points();
        using var scope = NewDisposeScope();

        var found = Compared(real, All(real))!;

        Assert.AreEqual((1, 1), (found.Coverage, found.Precision));
        Assert.AreEqual(1, found.Diversity, 1e-6);
        Assert.AreEqual(1, found.Scale, 1e-6);
        Assert.AreEqual(found.TrainingLogit, found.GeneratedLogit, 1e-6);
        Assert.AreEqual((null, null, null, null), (found.HeldOutLogit, found.NearTrainingShare, found.LowestClass, found.RarestCategory));
    }

    [TestMethod]
    public void Compare_OfSamplesFarAway_CoversNone()
    {
        using var real = Some.Points();
        using var scope = NewDisposeScope();

        var found = Compared(real, All(real).Plus(1000))!;

        Assert.AreEqual((0, 0), (found.Coverage, found.Precision));
        Assert.IsGreaterThan(100, found.Scale);
    }

    [TestMethod]
    public void Compare_OfSamplesThatAreNotNumbers_SaysSo()
    {
        using var real = Some.Points(classes: 2);

        var found = Compared(real, zeros(64, 2).Plus(double.NaN), Some.Options with { LabelColumnName = "Label" })!;

        Assert.IsTrue(double.IsNaN(found.Diversity) && double.IsNaN(found.Scale) && double.IsNaN(found.GeneratedLogit));
        Assert.AreEqual((0, 0), (found.Coverage, found.LowestClassCoverage));
        Assert.IsTrue(double.IsFinite(found.TrainingLogit));
    }

    [TestMethod]
    public void Compare_OfTheSameNetworks_IsTheSame()
    {
        using var samples = Some.Points();
        using var random = new Generator(1);
        using var networks = new GanNetworks(Some.Options, samples, random, CPU);
        using var probe = SampleProbe.For(Some.Options, samples, networks);
        using var other = SampleProbe.For(Some.Options, samples, networks);

        var first = probe!.Compare();

        Assert.AreEqual(first, probe.Compare());
        Assert.AreEqual(first, other!.Compare());
    }

    [TestMethod]
    public void Compare_OfAClassThatIsNotGenerated_NamesIt()
    {
        // Class 1 lies at 50, where nothing is generated; the samples of class 0 are the real ones.
        using var scope = NewDisposeScope();
        using var random = new Generator(5);
        var values = randn([64, 2], generator: random);
        var labels = Enumerable.Range(0, 64).Select(row => (long)row % 2).ToArray();
        using var real = new SampleSet(
            (values + 50 * tensor(labels).unsqueeze(1).to(ScalarType.Float32)).DetachFromDisposeScope(), labels, classes: 2);

        var found = Compared(real, values[tensor([.. Enumerable.Range(0, 64).OrderBy(row => row % 2).Select(row => (long)row)])],
            Some.Options with { LabelColumnName = "Label" })!;

        Assert.AreEqual((1, 0.0, 0.5), (found.LowestClass!.Value, found.LowestClassCoverage!.Value, found.Coverage));
    }

    [TestMethod]
    public void Compare_OfACategoryThatIsNotGenerated_NamesIt()
    {
        // A quarter of the rows have a 1 in the second component; generated ones never.
        using var scope = NewDisposeScope();
        var values = tensor([.. Enumerable.Range(0, 64).SelectMany(row => (float[])[row * 0.1f, row % 4 == 0 ? 1 : 0])], [64, 2]);
        using var real = new SampleSet(values.clone().DetachFromDisposeScope());
        var generated = values.clone();
        generated.select(1, 1).zero_();

        var found = Compared(real, generated)!;

        Assert.AreEqual((1, 0.25, 0.0), (found.RarestCategory!.Value, found.RarestCategoryRealShare!.Value, found.RarestCategoryShare!.Value));
    }

    [TestMethod]
    public void Compare_OfACategoryOfARareClass_ExpectsItsShareOfAllRows()
    {
        // Only class 1, a tenth of the rows, has a 1 in the second component, and so have the generated samples of the class.
        using var scope = NewDisposeScope();
        long[] labels = [.. Enumerable.Range(0, 640).Select(row => row % 10 == 0 ? 1L : 0)];
        using var real = new SampleSet(
            tensor([.. labels.SelectMany((label, row) => (float[])[row * 0.1f, label])], [640, 2]).DetachFromDisposeScope(), labels, classes: 2);
        using var random = new Generator(1);
        var options = Some.Options with { LabelColumnName = "Label", Architecture = new GivenSamples((_, of) => of!.unsqueeze(1).expand(-1, 2).to(ScalarType.Float32)) };
        using var networks = new GanNetworks(options, real, random, CPU);
        using var probe = SampleProbe.For(options, real, networks);

        var found = probe!.Compare();

        // Of its two values, the one that lies a little behind is named.
        Assert.Contains(Math.Round(found.RarestCategoryRealShare!.Value, 6), [0.1, 0.9]);
        Assert.AreEqual(found.RarestCategoryRealShare.Value, found.RarestCategoryShare!.Value, 0.01, "Of balanced labels it would be a half.");
    }

    [TestMethod]
    [DataRow(31, 1, 0, false)]
    [DataRow(32, 1, 0, true)]
    [DataRow(33, 2, 0, true)]
    [DataRow(33, 11, 0, true)]
    [DataRow(40, 1, 9, false, DisplayName = "31 rows of the training")]
    public void For_FewRows_ComparesFrom32On(int rows, int packing, int heldOut, bool isCompared)
    {
        using var samples = Some.Points(rows);
        samples.HoldOut(heldOut, seed: 1);
        using var random = new Generator(1);
        var options = Some.Options with { Packing = packing, BatchSize = 22 };
        using var networks = new GanNetworks(options, samples, random, CPU);

        using var probe = SampleProbe.For(options, samples, networks);

        Assert.AreEqual(isCompared, probe is not null);
        if (isCompared)
            Assert.IsTrue(probe!.Compare().Coverage is >= 0 and <= 1);
    }

    [TestMethod]
    [DataRow(31, false)]
    [DataRow(32, true)]
    public void Compare_WithThirtyTwoHeldOutRowsOrMore_ComparesThem(int heldOut, bool isCompared)
    {
        using var samples = Some.Points(100);
        samples.HoldOut(heldOut, seed: 1);
        using var random = new Generator(1);
        using var networks = new GanNetworks(Some.Options, samples, random, CPU);
        using var probe = SampleProbe.For(Some.Options, samples, networks);

        var statistics = probe!.Compare();
        Assert.AreEqual((isCompared, isCompared), (statistics.HeldOutLogit is not null, statistics.NearTrainingShare is not null));
    }

    [TestMethod]
    public void Compare_OfRowsThatAreRepeated_CoversThemByNearOnes()
    {
        // 32 equal rows each: the fifth neighbor is at 0, which no other number is within.
        using var scope = NewDisposeScope();
        var values = cat([full(32, 2, -1f), full(32, 2, 1f)]);
        using var real = new SampleSet(values.clone().DetachFromDisposeScope());

        var found = Compared(real, values.Times(1.01))!;

        Assert.AreEqual((1, 1), (found.Coverage, found.Precision));
    }

    [TestMethod]
    public void Compare_OfPacksWithHeldOutClasses_ShowsTheDiscriminatorPacksOfOneClass()
    {
        // The logit of a pack is 1 where its two samples lie on the same side, which is their class, and 0 elsewhere.
        using var scope = NewDisposeScope();
        var labels = Enumerable.Range(0, 128).Select(row => (long)row % 2).ToArray();
        using var samples = new SampleSet(
            tensor([.. labels.SelectMany(label => (float[])[2 * label - 1, 0])], [128, 2]).DetachFromDisposeScope(), labels, classes: 2);
        samples.HoldOut(64, seed: 1);
        using var random = new Generator(1);
        var options = Some.Options with
        {
            Packing = 2,
            LabelColumnName = "Label",
            Architecture = new GivenDiscriminator(packs => (packs.select(1, 0) * packs.select(1, 2)).gt(0).to(ScalarType.Float32)),
        };
        using var networks = new GanNetworks(options, samples, random, CPU);
        using var probe = SampleProbe.For(options, samples, networks);

        var found = probe!.Compare();

        // Sorted by class, one pack at most is of both.
        Assert.AreEqual(1, found.TrainingLogit, 0.05);
        Assert.AreEqual(1, found.HeldOutLogit!.Value, 0.05);
    }

    [TestMethod]
    [DataRow(64, 1, 32)]
    [DataRow(65, 1, 22)]
    [DataRow(66, 6, 24)]
    public void Compare_OfImages_ShowsThemInBatchesOfWholePacks(int rows, int packing, int largest)
    {
        set_num_threads(1);
        List<long> batches = [];
        using var samples = new SampleSet(rand([rows, 1, 4, 4], generator: new Generator(1)).DetachFromDisposeScope());
        using var random = new Generator(1);
        var options = Some.Options with
        {
            Shape = SampleShape.Image(1, 4, 4),
            Packing = packing,
            Architecture = new GivenDiscriminator(packs => { batches.Add(packs.shape[0] * packing); return packs.flatten(1).mean([1]); }),
        };
        using var networks = new GanNetworks(options, samples, random, CPU);
        using var probe = SampleProbe.For(options, samples, networks);

        var found = probe!.Compare();

        Assert.AreEqual((largest, 2 * rows), (batches.Max(), batches.Sum()));
        using var scope = NewDisposeScope();
        Assert.AreEqual(All(samples).mean().ToDouble(), found.TrainingLogit, 1e-5);
    }

    [TestMethod]
    public void Probe_FreesItsTensors()
    {
        using var samples = Some.Points(128, classes: 2);
        samples.HoldOut(64, seed: 1);
        using var random = new Generator(1);
        var options = Some.Options with { LabelColumnName = "Label" };
        using var networks = new GanNetworks(options, samples, random, CPU);
        var before = LiveTensors.Count;

        using (var probe = SampleProbe.For(options, samples, networks))
        {
            var begun = LiveTensors.Count;
            probe!.Compare();
            Assert.AreEqual(begun, LiveTensors.Count);
        }

        Assert.AreEqual(before, LiveTensors.Count);
    }

    private static Tensor All(SampleSet samples) => samples[[.. Enumerable.Range(0, samples.Count).Select(row => (long)row)]].Samples;

    private static SampleStatistics? Compared(SampleSet real, Tensor generated, GanOptions? options = null)
    {
        using var scope = NewDisposeScope();
        using var random = new Generator(1);
        options = (options ?? Some.Options) with { Architecture = new GivenSamples(generated) };
        using var networks = new GanNetworks(options, real, random, CPU);
        using var probe = SampleProbe.For(options, real, networks);
        return probe?.Compare();
    }
}
