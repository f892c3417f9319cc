using MLNet.Gan.Layers;
using MLNet.Gan.Tests.Support;

namespace MLNet.Gan.Tests.Networks.Architectures;

/// <summary>What every weight rule must do in every layer. A new rule is picked up here by itself.</summary>
[TestClass]
public sealed class WeightRuleContractTests
{
    public static IEnumerable<object[]> Cases =>
        from row in Implementations.Of<IWeightParametrization>().Append([null!])
        from layer in Layered.All
        select new object[] { row[0], layer };

    [TestMethod]
    public void Rules_AreAllFound() => CollectionAssert.IsSubsetOf(
        new[] { typeof(SpectralNormalization), typeof(EqualizedLearningRate) },
        Implementations.Of<IWeightParametrization>().Select(row => row[0].GetType()).ToArray());

    [TestMethod]
    [DynamicData(nameof(Cases))]
    public void Layer_HasAsManyParametersAsWithoutTheRule(IWeightParametrization? rule, object layer)
    {
        using var made = ((Layered)layer).Create(Layered.Spec(rule));

        Assert.AreEqual(((Layered)layer).Parameters, made.parameters().Sum(parameter => parameter.numel()));
        Assert.IsTrue(made.buffers().All(buffer => buffer.dtype == ScalarType.Float32), "Averages leave others out.");
    }

    [TestMethod]
    [DynamicData(nameof(Cases))]
    public void Layer_InOnnx_ComputesTheSame(IWeightParametrization? rule, object layer)
    {
        using var scope = NewDisposeScope();
        using var made = ((Layered)layer).Create(Layered.Spec(rule));
        Disturb(made);
        made.eval();

        var actual = ((Layered)layer).InOnnx(made);

        AssertTensor.AreClose(made.forward(((Layered)layer).Input()).flatten(0), tensor(actual), tolerance: 1e-5);
    }

    [TestMethod]
    [DynamicData(nameof(Cases))]
    public void Gradient_AlongADirection_AgreesWithFiniteDifferences(IWeightParametrization? rule, object layer)
    {
        using var scope = NewDisposeScope();
        using var made = ((Layered)layer).Create(Layered.Spec(rule));
        made.eval();
        var weight = Layered.Weight(made);
        var raw = weight.parameters().Single();
        var target = randn(raw.shape, generator: new Generator(3));
        var direction = randn(raw.shape, generator: new Generator(4));

        (weight.Value * target).sum().backward();
        var slope = (raw.grad! * direction).sum().ToDouble();

        // Single precision: 1e-7 of a sum of about 10, divided by the width, is 1e-4.
        const double step = 5e-3;
        Assert.AreEqual((At(step) - At(-step)) / (2 * step), slope, 5e-3 * Math.Max(1, Math.Abs(slope)));

        double At(double distance)
        {
            using var _ = no_grad();
            raw.add_(direction, alpha: distance);
            var value = (weight.Value * target).sum().ToDouble();
            raw.add_(direction, alpha: -distance);
            return value;
        }
    }

    [TestMethod]
    [DynamicData(nameof(Cases))]
    public void SeveralPassesOfOneStep_CanAllBeDifferentiatedTwice(IWeightParametrization? rule, object layer)
    {
        using var scope = NewDisposeScope();
        using var made = ((Layered)layer).Create(Layered.Spec(rule));
        var weight = Layered.Weight(made);
        var input = ((Layered)layer).Input();

        // As a step with R1 does: passes for real and fake, and a gradient's square that is differentiated again.
        var first = made.forward(input).square().sum();
        var second = made.forward(input).tanh().sum();
        var raw = weight.parameters().Single();
        var gradient = autograd.grad([first], [raw], retain_graph: true, create_graph: true)[0];
        (first + second + gradient.square().sum()).backward();

        AssertTensor.IsFinite(raw.grad!);
        Assert.AreNotEqual(0, raw.grad!.abs().max().ToDouble());
    }

    [TestMethod]
    [DataRow(typeof(SpectralNormalization))]
    [DataRow(typeof(EqualizedLearningRate))]
    public void Weight_ThatBeginsAsZeros_IsRefused(Type rule)
    {
        var spec = Layered.Spec((IWeightParametrization)Activator.CreateInstance(rule)!);

        var error = Assert.ThrowsExactly<NotSupportedException>(() => new Linear(spec, 2, 3, gain: 0));

        Assert.Contains($"{rule.Name} cannot be used with weights that are initialized to zeros.", error.Message);
    }

    /// <summary>Moves parameters and buffers as an average does, so that they fit only nearly.</summary>
    private static void Disturb(nn.Module layer)
    {
        using var _ = no_grad();
        foreach (var tensor in layer.parameters().Concat(layer.buffers()))
            tensor.add_(0.1 * randn(tensor.shape, generator: new Generator(5)));
    }
}
