using MLNet.Gan.Layers;
using MLNet.Gan.Tests.Support;

namespace MLNet.Gan.Tests.Objectives.Regularizers;

/// <summary>Means of real and fake features differ by (1, −2) here, so the squared distance is 5.</summary>
[TestClass]
public sealed class MatchingTests
{
    [TestMethod]
    public void FeatureMatching_IsTheSquaredDistanceOfMeanFeatures()
    {
        using var scope = NewDisposeScope();

        // The features are half the samples.
        var (real, fake) = Samples();
        DiscriminatorOutput Discriminate(Tensor x) => new(x.sum(1), x / 2);
        var context = new RegularizerContext(0, DiscriminatorPass.Of(Discriminate, real), DiscriminatorPass.Of(Discriminate, fake));

        AssertTensor.AreClose(5 / 4.0, new FeatureMatching().Penalty(context));
        AssertTensor.AreClose(3 * 5 / 4.0, new FeatureMatching { Weight = 3 }.Penalty(context));
    }

    [TestMethod]
    public void FeatureMatching_TakesRealFeaturesAsGiven()
    {
        using var scope = NewDisposeScope();
        var (real, fake) = Samples();
        real.requires_grad_(true);
        fake.requires_grad_(true);
        DiscriminatorOutput Discriminate(Tensor x) => new(x.sum(1), x);

        new FeatureMatching().Penalty(new(0, DiscriminatorPass.Of(Discriminate, real), DiscriminatorPass.Of(Discriminate, fake))).backward();

        Assert.IsNull(real.grad);
        AssertTensor.AreClose([1, -2, 1, -2], fake.grad!); // 2 (1, −2)/2 for each of two fakes
    }

    [TestMethod]
    public void PerceptualMatching_FlattensWhatTheNetworkSays()
    {
        using var scope = NewDisposeScope();
        using var network = new Reshape(2, 1);
        network.eval();
        var (real, fake) = Samples();

        var matching = new PerceptualMatching { Network = network, Weight = 2 };
        AssertTensor.AreClose(2 * 5, matching.Penalty(new(0, new(real), new(fake))));
    }

    [TestMethod]
    public void PerceptualMatching_LeavesItsNetworkAlone()
    {
        using var scope = NewDisposeScope();
        using var network = new SomeFeatures();
        var fake = randn([4, 2], ScalarType.Float64).requires_grad_(true);

        new PerceptualMatching { Network = network }.Penalty(new(0, new(randn([4, 2], ScalarType.Float64)), new(fake))).backward();

        Assert.IsNull(network.parameters().Single().grad);
        Assert.IsTrue(network.parameters().Single().requires_grad);
        Assert.AreNotEqual(0, fake.grad!.abs().min().ToDouble());
    }

    [TestMethod]
    public void PerceptualMatching_PrintsTheTypeOfItsNetwork()
    {
        using var network = new SomeFeatures();

        Assert.AreEqual(
            "PerceptualMatching { Network = SomeFeatures, Weight = Linear(1 → 0.5 in 9), Interval = 2 }",
            new PerceptualMatching { Network = network, Weight = Schedule.Linear(1, 0.5, 9), Interval = 2 }.ToString());
    }

    [TestMethod]
    public void PerceptualMatching_WithoutANetworkInEvaluationMode_SaysSo()
    {
        using var network = new SomeFeatures();
        network.train();

        var error = Assert.ThrowsExactly<ArgumentException>(() => _ = new PerceptualMatching { Network = network });
        Assert.AreEqual("Network", error.ParamName);
        Assert.Contains("Network is in training mode. Call its eval() first.", error.Message);
        var missing = Assert.ThrowsExactly<ArgumentNullException>(() => _ = new PerceptualMatching { Network = null! });
        Assert.AreEqual("Network", missing.ParamName);
    }

    private static (Tensor Real, Tensor Fake) Samples() =>
        (tensor([0f, 2, 2, 4]).reshape(2, 2), tensor([1f, 1, 3, 1]).reshape(2, 2));
}
