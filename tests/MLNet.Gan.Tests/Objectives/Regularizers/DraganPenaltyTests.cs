using MLNet.Gan.Tests.Support;

namespace MLNet.Gan.Tests.Objectives.Regularizers;

[TestClass]
public sealed class DraganPenaltyTests
{
    [TestMethod]
    public void Penalty_OfALinearCritic_IsTheSquaredDistanceOfItsSlopeFrom1()
    {
        using var scope = NewDisposeScope();
        var weights = tensor([3f, 4f]);

        // ‖w‖ = 5, so 10 · (5 − 1)².
        var penalty = Some.Penalty(new DraganPenalty(), x => x.matmul(weights), randn(16, 2), randn(16, 2));
        AssertTensor.AreClose(160, penalty, tolerance: 1e-3);
    }

    [TestMethod]
    [DataRow(0.5)]
    [DataRow(3.0)]
    public void Penalty_LooksUniformlyAboveEachNumberOfTheData(double spread)
    {
        using var scope = NewDisposeScope();
        Tensor seen = zeros(0);
        Tensor Critic(Tensor x) => (seen = x).sum([1, 2, 3]);
        var real = cat([full([500, 1, 2, 2], -2f), full([500, 1, 2, 2], 2f)]);

        Some.Penalty(new DraganPenalty { Spread = spread }, Critic, real, fake: full([1000, 1, 2, 2], 1e6f));

        // The data's standard deviation is 2. Places on the way up are uniform: mean 1/2, variance 1/12.
        var places = AssertTensor.Values((seen - real) / (2 * spread));
        Assert.IsTrue(places.All(place => place is >= -1e-6 and <= 1 + 1e-6));
        Assert.AreEqual(0.5, places.Average(), 0.02);
        Assert.AreEqual(1 / 12.0, places.Average(place => (place - 0.5) * (place - 0.5)), 0.005);

        // Each number of a sample has its own: the mean range of four of them is 3/5.
        Assert.AreEqual(0.6, places.Chunk(4).Average(sample => sample.Max() - sample.Min()), 0.03);
    }
}
