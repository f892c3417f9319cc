using MLNet.Gan.Layers;
using MLNet.Gan.Tests.Support;

namespace MLNet.Gan.Tests.Networks.Building;

[TestClass]
public sealed class ModuleTreeTests
{
    [TestMethod]
    public void DistinctModules_OfNestedLayers_ListsEachOnceWithTheNetworkFirst()
    {
        var spec = Some.Spec(SampleShape.Vector(3));
        using var network = new Sequential(
            new Linear(spec, 3, 4, gain: 1), new SkipConnection(new Sequential(new Linear(spec, 4, 4, gain: 1))));

        var modules = network.DistinctModules().ToList();

        // The chain; a layer with a weight and a bias; the connection, its chain, and a layer with a weight and a bias.
        Assert.HasCount(1 + 3 + 2 + 3, modules);
        Assert.AreSame(network, modules[0]);
        CollectionAssert.AllItemsAreUnique(modules);
    }
}
