using MLNet.Gan.Tests.Support;

namespace MLNet.Gan.Tests.Training;

[TestClass]
public sealed class GanObjectiveTests
{
    [TestMethod]
    [DataRow(true)]
    [DataRow(false)]
    public void ForGenerator_WithATermOfBothLosses_LeavesTheDiscriminatorAsFrozenAsItWas(bool frozen)
    {
        using var scope = NewDisposeScope();
        using var samples = Some.Points(8);
        using var random = new Generator(3);
        var options = Some.Options with { Regularizers = [new ConsensusPenalty()] };
        using var networks = new GanNetworks(options, samples, random, CPU);
        using var controllers = new ControllerRunner(options, CPU);
        networks.Discriminator.Freeze(frozen);

        new GanObjective(options, networks, controllers, random).ForGenerator(0, samples[[0, 1, 2, 3, 4, 5, 6, 7]]);

        Assert.AreEqual(frozen, networks.Discriminator.IsFrozen);
        Assert.IsTrue(networks.Discriminator.Parameters.Parameters.All(parameter => parameter.requires_grad == !frozen));
    }
}
