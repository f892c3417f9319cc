namespace MLNet.Gan.Tests.Training;

[TestClass]
public sealed class EvaluationModeTests
{
    [TestMethod]
    public void Dispose_GivesEachPartItsModeBack()
    {
        using var frozen = nn.BatchNorm1d(2);
        using var inner = nn.Sequential(nn.Linear(2, 2), frozen, nn.Dropout(0.5));
        using var network = nn.Sequential(nn.Linear(2, 2), inner, nn.Dropout(0.5));
        network.train();
        frozen.eval();
        bool[] Modes() => [.. network.modules().Select(module => module.training)];
        var before = Modes();
        CollectionAssert.Contains(before, false);

        using (new EvaluationMode(network))
            Assert.IsTrue(Array.TrueForAll(Modes(), isTraining => !isTraining));

        CollectionAssert.AreEqual(before, Modes());
        Assert.IsFalse(frozen.training);
    }
}
