using MLNet.Gan.Tests.Support;

namespace MLNet.Gan.Tests.Training;

[TestClass, DoNotParallelize]
public sealed class RetreatTests
{
    [TestMethod]
    public void Restore_BringsWeightsAndOptimizersBackBitForBit()
    {
        set_num_threads(1);
        using var scope = NewDisposeScope();
        using var samples = Some.Points();
        using var random = new Generator(1);
        using var networks = new GanNetworks(Some.Options, samples, random, CPU);
        using var retreat = new Retreat(networks, "retreat.best");
        Step(networks, samples, 3);
        retreat.Save(3);
        var (before, updates) = (State(networks), (networks.Generator.Updates, networks.Discriminator.Updates));
        Step(networks, samples, 2);
        CollectionAssert.AreNotEqual(before, State(networks));

        retreat.Restore();

        CollectionAssert.AreEqual(before, State(networks));
        Assert.AreEqual(updates, (networks.Generator.Updates, networks.Discriminator.Updates));
        Assert.AreEqual((3L, 3L), updates);
        Assert.AreEqual(3, retreat.Step);
    }

    [TestMethod]
    public void Restore_WithoutASave_GoesBackToTheBeginning()
    {
        set_num_threads(1);
        using var scope = NewDisposeScope();
        using var samples = Some.Points();
        using var random = new Generator(1);
        using var networks = new GanNetworks(Some.Options, samples, random, CPU);
        var before = State(networks);
        using var retreat = new Retreat(networks, "retreat.best");
        Step(networks, samples, 2);

        retreat.Restore();

        CollectionAssert.AreEqual(before, State(networks));
        Assert.AreEqual((0L, 0L, 0L), (networks.Generator.Updates, networks.Discriminator.Updates, retreat.Step));
    }

    [TestMethod]
    public void Retreat_FreesItsCopies()
    {
        using var samples = Some.Points();
        using var random = new Generator(1);
        using var networks = new GanNetworks(Some.Options, samples, random, CPU);
        var before = LiveTensors.Count;

        using (var retreat = new Retreat(networks, "retreat.best"))
        {
            Assert.IsGreaterThan(before, LiveTensors.Count);
            retreat.Save(1);
            retreat.Restore();
        }

        Assert.AreEqual(before, LiveTensors.Count);
    }

    private static void Step(GanNetworks networks, SampleSet samples, int count)
    {
        for (var i = 0; i < count; i++)
        {
            using var scope = NewDisposeScope();
            var batch = samples[[0, 1, 2, 3]];
            networks.Discriminator.Step(networks.Discriminator.Network.Members[0].Network.forward(batch.Samples, null).mean(), i);
            networks.Generator.Step(networks.Generator.Network.forward(batch.Samples, null).mean(), i);
            networks.UpdateAverage(i, 4);
        }
    }

    private static double[] State(GanNetworks networks) =>
        [.. networks.Weights.Concat(networks.Moments).SelectMany(tensor => AssertTensor.Values(tensor.Value))];
}
