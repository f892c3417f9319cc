using MLNet.Gan.Layers;
using MLNet.Gan.Tests.Support;

namespace MLNet.Gan.Tests.Networks.Layers;

/// <summary>What a chain may overwrite and free on its way, and what not.</summary>
[TestClass]
public sealed class SequentialTests
{
    private static readonly NetworkSpec Spec = Some.Spec(SampleShape.Vector(3));

    [TestMethod]
    public void Forward_WithRectifiersBehindLayers_HasTheValuesAndGradientsOfTheLayers()
    {
        using var scope = NewDisposeScope();
        nn.Module<Tensor, Tensor>[] layers =
            [new Linear(Spec, 3, 4, gain: 1), new LeakyRelu(0.2), new Linear(Spec, 4, 4, gain: 1), new LeakyRelu(0), new Tanh()];
        using var chain = new Sequential(layers);
        var (samples, same) = (Samples().requires_grad_(), Samples().requires_grad_());

        var value = chain.forward(samples);
        var expected = layers.Aggregate(same, (before, layer) => layer.forward(before));

        AssertTensor.AreClose(expected, value, 1e-7);
        AssertTensor.AreClose(
            autograd.grad([expected.sum()], [same])[0], autograd.grad([value.sum()], [samples])[0], 1e-7);
    }

    [TestMethod]
    public void Forward_BeginningWithARectifier_LeavesItsInput()
    {
        using var scope = NewDisposeScope();
        using var chain = new Sequential(new LeakyRelu(0), new Linear(Spec, 3, 4, gain: 1));
        using var block = new Residual(new Sequential(new LeakyRelu(0)), new Sequential());
        var samples = Samples();

        chain.forward(samples);
        var sum = block.forward(samples);

        AssertTensor.AreClose(Samples(), samples, 0);
        AssertTensor.AreClose(Samples() + Samples().clamp_(0, 10), sum, 1e-7);
    }

    [TestMethod]
    public void Forward_OfARectifierBehindAView_LeavesWhatIsViewed()
    {
        using var scope = NewDisposeScope();
        using var chain = new Sequential(new Reshape(3), new LeakyRelu(0));
        var samples = Samples();

        chain.forward(samples);

        AssertTensor.AreClose(Samples(), samples, 0);
    }

    [TestMethod]
    public void Forward_KeepsNothingButItsResult()
    {
        using var scope = NewDisposeScope();
        using var chain = new Sequential(
            new Linear(Spec, 3, 4, gain: 1), new LeakyRelu(0.2), new Linear(Spec, 4, 4, gain: 1), new Tanh(), new Tanh());
        var samples = Samples();
        var before = scope.DisposablesCount;

        chain.forward(samples);

        Assert.AreEqual(before + 1, scope.DisposablesCount);
    }

    private static Tensor Samples() => tensor([1f, -2, 3, -4, 5, -6]).reshape(2, 3);
}
