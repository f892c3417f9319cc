using MLNet.Gan.Tests.Support;

namespace MLNet.Gan.Tests.Training;

[TestClass]
public sealed class PackingTests
{
    [TestMethod]
    public void Shape_HasAsManyChannelsOrValuesMore()
    {
        Assert.AreEqual(SampleShape.Vector(6), new Packing(3).Shape(SampleShape.Vector(2)));
        Assert.AreEqual(SampleShape.Image(9, 4, 5), new Packing(3).Shape(SampleShape.Image(3, 4, 5)));
        Assert.AreEqual(SampleShape.Vector(2), new Packing(1).Shape(SampleShape.Vector(2)));
    }

    [TestMethod]
    public void Pack_PutsNeighborsSideBySide()
    {
        using var scope = NewDisposeScope();

        AssertTensor.AreClose(
            arange(8, ScalarType.Float32).reshape(2, 4),
            new Packing(2).Pack(arange(8, ScalarType.Float32).reshape(4, 2)), tolerance: 0);

        // Two images of two channels become one of four, each channel as it was.
        var images = arange(24, ScalarType.Float32).reshape(2, 2, 2, 3);
        var pack = new Packing(2).Pack(images);
        CollectionAssert.AreEqual(new long[] { 1, 4, 2, 3 }, pack.shape);
        AssertTensor.AreClose(images[1][0], pack[0][2], tolerance: 0);
    }

    [TestMethod]
    [DataRow(1)]
    [DataRow(3)]
    public void Unpack_UndoesPack(int count)
    {
        using var scope = NewDisposeScope();
        var images = randn(6, 2, 3, 4);
        var packing = new Packing(count);

        AssertTensor.AreClose(images, packing.Unpack(packing.Pack(images)), tolerance: 0);
    }

    [TestMethod]
    public void Labels_AreOnePerPack()
    {
        using var scope = NewDisposeScope();

        AssertTensor.AreClose([4, 7], new Packing(2).Labels(tensor([4L, 4, 7, 7]))!, tolerance: 0);
        Assert.IsNull(new Packing(2).Labels(null));
    }

    [TestMethod]
    public void Discriminator_JudgesPacksOfOneClass()
    {
        // Each point is its class, so a pack shows whether its samples share one, and whether it is the label.
        long[] labels = [.. Enumerable.Range(0, 30).Select(row => row % 3L)];
        using var samples = new SampleSet(
            tensor(labels).@float().reshape(30, 1).DetachFromDisposeScope(), labels, classes: 3);
        var spy = new SpyArchitecture(Some.Options.Architecture);
        var turns = 0;
        Trained.Run(
            Some.Options with
            {
                Shape = SampleShape.Vector(1),
                Architecture = spy,
                LabelColumnName = "Label",
                Packing = 2,
                Regularizers = [new SpyRegularizer(Asked: round =>
                {
                    turns++;
                    CollectionAssert.AreEqual(new long[] { 4, 2 }, round.Real.Samples.shape);
                    CollectionAssert.AreEqual(new long[] { 4, 2 }, round.Fake.Samples.shape);
                    CollectionAssert.AreEqual(new long[] { 4 }, round.Fake.Logits.shape);
                    CollectionAssert.AreEqual(new long[] { 8, 2 }, round.Latents!.shape);
                    AssertTensor.AreClose(
                        round.Real.Samples.select(1, 0), round.Real.Samples.select(1, 1), tolerance: 0);
                    AssertTensor.AreClose(round.Labels!.@float(), round.Real.Samples.select(1, 0), tolerance: 0);
                })],
            },
            samples: samples);

        Assert.AreEqual(10, turns);
    }
}
