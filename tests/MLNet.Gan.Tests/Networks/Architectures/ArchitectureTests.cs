using MLNet.Gan.Layers;
using MLNet.Gan.Tests.Support;
using static MLNet.Gan.Tests.Support.OwnNetworks;

namespace MLNet.Gan.Tests.Networks.Architectures;

/// <summary>Networks of the user's own as an architecture.</summary>
[TestClass]
public sealed class ArchitectureTests
{
    private static readonly NetworkSpec Plane = Some.Spec(SampleShape.Vector(2));

    private static IArchitecture Own => Architecture.Of(4, _ => nn.Linear(4, 2), _ => nn.Linear(2, 1));

    [TestMethod]
    public void ToString_IsTheCallOnOneLine()
    {
        var own = Architecture.Of(
            8, spec => nn.Sequential(
                nn.Linear(8, spec.Shape.Size),
                nn.Tanh()), _ => nn.Linear(2, 1), isBounded: true);

        Assert.AreEqual(
            "Architecture.Of(8, spec => nn.Sequential( nn.Linear(8, spec.Shape.Size), nn.Tanh()), _ => nn.Linear(2, 1), isBounded: true)",
            $"{own}");
        Assert.Contains($"\nArchitecture = {own}\n", (Some.Options with { Architecture = own }).ToText());
    }

    [TestMethod]
    public void IsBounded_IsThatOfImages_UnlessItIsSaid()
    {
        foreach (var shape in new[] { SampleShape.Image(1, 4, 4), SampleShape.Vector(2) })
        {
            Assert.AreEqual(shape.IsImage, Own.IsBounded(shape));
            Assert.IsTrue(Architecture.Of(4, _ => nn.Linear(4, 2), _ => nn.Linear(2, 1), isBounded: true).IsBounded(shape));
            Assert.IsFalse(Architecture.Of(4, _ => nn.Linear(4, 2), _ => nn.Linear(2, 1), isBounded: false).IsBounded(shape));
        }
    }

    [TestMethod]
    public void Of_WithoutALatentOrAFunction_IsRefused()
    {
        Func<NetworkSpec, nn.Module<Tensor, Tensor>> make = _ => nn.Linear(4, 2);
        Func<NetworkSpec, nn.Module<Tensor, Tensor?, Tensor>> conditional = _ => new ConditionalMlp(4, 2, 2);

        Assert.AreEqual("latentSize", Assert.ThrowsExactly<ArgumentOutOfRangeException>(() => Architecture.Of(0, make, make)).ParamName);
        Assert.AreEqual("generator", Assert.ThrowsExactly<ArgumentNullException>(() => Architecture.Of(4, null!, make)).ParamName);
        Assert.AreEqual("discriminator", Assert.ThrowsExactly<ArgumentNullException>(() => Architecture.Of(4, make, null!)).ParamName);
        Assert.AreEqual("generator", Assert.ThrowsExactly<ArgumentNullException>(() => Architecture.Of(4, null!, conditional)).ParamName);
        Assert.AreEqual(
            "discriminator", Assert.ThrowsExactly<ArgumentNullException>(() => Architecture.Of(4, conditional, null!)).ParamName);
    }

    [TestMethod]
    public void Function_ThatReturnsNull_IsRefused() => Assert.AreEqual(
        "The function of the generator in Architecture.Of returned null. Return a new module.",
        Assert.ThrowsExactly<InvalidOperationException>(() => Architecture.Of(4, _ => (nn.Module<Tensor, Tensor>)null!, _ => nn.Linear(2, 1))
            .CreateGenerator(Plane)).Message);

    [TestMethod]
    public void Function_ThatReturnsTheSameModuleTwice_IsRefused()
    {
        using var one = nn.Linear(4, 2);
        var own = Architecture.Of(4, _ => one, _ => nn.Linear(2, 1));
        own.CreateGenerator(Plane);

        var refused = Assert.ThrowsExactly<InvalidOperationException>(() => own.CreateGenerator(Plane));

        Assert.AreEqual(
            "The function of the generator in Architecture.Of(4, _ => one, _ => nn.Linear(2, 1)) returned the same "
                + "Linear twice. Create a new one in each call, since the averaged generator is a separate "
                + "network.", refused.Message);
    }

    [TestMethod]
    public void Labels_OfModulesThatReadNone_AreRefused() => Assert.Contains(
        "LabelColumnName is set, but Architecture.Of(4, _ => nn.Linear(4, 2), _ => nn.Linear(2, 1)) has modules that read no labels.",
        Assert.ThrowsExactly<InvalidOperationException>(() => Own.CreateGenerator(Plane with { Classes = 2 })).Message);

    [TestMethod]
    public void Networks_OwnNoScopesTensors()
    {
        nn.Module<Tensor, Tensor?, Tensor> network;
        using (NewDisposeScope())
            network = Architecture.Of(4, _ => nn.Sequential(nn.Linear(4, 2), nn.BatchNorm1d(2)), _ => nn.Linear(2, 1)).CreateGenerator(Plane);

        using var scope = NewDisposeScope();
        AssertTensor.IsFinite(network.forward(randn(3, 4), null));
        network.Dispose();
    }

    [TestMethod]
    [DataRow(new long[] { -1 })]
    [DataRow(new long[] { -1, 1 })]
    [DataRow(new long[] { -1, 1, 1, 1 })]
    public void Logits_OfAColumn_BecomeAVector(long[] shape)
    {
        using var scope = NewDisposeScope();
        using var network = Architecture.Of(4, _ => nn.Linear(4, 2), _ => nn.Sequential(nn.Linear(2, 1), new Shaped(shape)))
            .CreateDiscriminator(Plane);
        using var conditional = Architecture.Of(4, _ => new ConditionalMlp(4, 2, 2), _ => new ConditionalMlp(2, 1, 2))
            .CreateDiscriminator(Plane with { Classes = 2 });

        CollectionAssert.AreEqual(new long[] { 5 }, network.forward(randn(5, 2), null).shape);
        CollectionAssert.AreEqual(new long[] { 5 }, conditional.forward(randn(5, 2), tensor([0L, 1, 1, 0, 1])).shape);
    }

    [TestMethod]
    public void Discriminator_OfTheLibrary_StaysWhatItIs()
    {
        var own = Architecture.Of(4, _ => new ConditionalMlp(4, 2, 2), spec => new Discriminator(spec, new Sequential(), 2));

        using var network = own.CreateDiscriminator(Plane);

        Assert.IsInstanceOfType<Discriminator>(network); // which knows a faster way to its gradients
    }

    [TestMethod]
    public void Features_OfADiscriminatorThatTellsThem_AreTold()
    {
        using var scope = NewDisposeScope();
        using var network = Architecture.Of(4, _ => nn.Linear(4, 2), _ => new Telling()).CreateDiscriminator(Plane);
        var samples = randn(5, 2);

        var output = ((IFeatureDiscriminator)network).ForwardWithFeatures(samples, null);

        AssertTensor.AreClose(samples.sum(1), output.Logits);
        AssertTensor.AreClose(samples, output.Features!);
        AssertTensor.AreClose(output.Logits, network.forward(samples, null));
    }

    private sealed class Shaped(long[] shape) : nn.Module<Tensor, Tensor>(nameof(Shaped))
    {
        public override Tensor forward(Tensor input) => input.reshape(shape);
    }

    private sealed class Telling() : nn.Module<Tensor, Tensor>(nameof(Telling)), IFeatureDiscriminator
    {
        public override Tensor forward(Tensor input) => input.sum(1, keepdim: true);

        public DiscriminatorOutput ForwardWithFeatures(Tensor samples, Tensor? labels) => new(forward(samples), samples);
    }
}
