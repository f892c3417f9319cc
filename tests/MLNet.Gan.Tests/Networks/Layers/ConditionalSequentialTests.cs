using MLNet.Gan.Layers;
using MLNet.Gan.Tests.Support;

namespace MLNet.Gan.Tests.Networks.Layers;

[TestClass]
public sealed class ConditionalSequentialTests
{
    [TestMethod]
    public void AddTo_OfALayerWithoutOnnxForm_NamesIt()
    {
        using var chain = new ConditionalSequential(new Nameless());
        var graph = new OnnxGraph("network");
        var input = graph.Input("input", OnnxElement.Single, 1);

        var error = Assert.ThrowsExactly<NoOnnxFormException>(() => chain.AddTo(graph, input, null));

        Assert.AreEqual(
            "The module Nameless has no ONNX form. Replace it, or implement IOnnxLayer on a module of your own.", error.Message);
    }

    [TestMethod]
    public void Residual_AddsBothWays()
    {
        using var scope = NewDisposeScope();
        using var block = new Residual(new Sequential(new Nameless()), new Sequential());

        // x + (x + 1)
        AssertTensor.AreClose([7], block.forward(tensor([3f])));
    }

    [TestMethod]
    public void ConditionalResidual_ShowsLabelsToItsBranch()
    {
        using var scope = NewDisposeScope();
        using var block = new ConditionalResidual(
            new ConditionalSequential(new Nameless(), new TimesLabel()), new Sequential(new Nameless()));

        // (x + 1) · y + (x + 1)
        AssertTensor.AreClose([4 * 5 + 4], block.forward(tensor([3f]), tensor([5L])));
    }

    private sealed class Nameless() : nn.Module<Tensor, Tensor>(nameof(Nameless))
    {
        public override Tensor forward(Tensor input) => input + 1;
    }

    private sealed class TimesLabel() : nn.Module<Tensor, Tensor?, Tensor>(nameof(TimesLabel))
    {
        public override Tensor forward(Tensor input, Tensor? labels) => input * labels!;
    }
}
