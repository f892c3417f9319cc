using MLNet.Gan.Layers;
using MLNet.Gan.Tests.Support;

namespace MLNet.Gan.Tests.Training;

[TestClass]
public sealed class TrainableNetworkTests
{
    [TestMethod]
    [DataRow(0, 1.0, 0.5)]
    [DataRow(8, 1.0, 0.1)]
    [DataRow(8, 0.5, 0.05)]
    [DataRow(10, 1.0, 0.0)]
    public void Descend_TakesTheLearningRateOfTheStepTimesTheFactor(int step, double factor, double rate)
    {
        using var scope = NewDisposeScope();
        using var network = Network();
        using var trainable = new TrainableNetwork<Linear>(network, new Sgd { LearningRate = Schedule.Linear(0.5, 0, 10) }, []);
        trainable.Parameters.Values.zero_();

        trainable.Step(network.forward(tensor([3f, -1]).reshape(1, 2)).sum(), step, factor);

        // The gradients of w · x + b by w and b are x and 1.
        AssertTensor.AreClose([-3 * rate, rate, -rate], trainable.Parameters.Values);
    }

    [TestMethod]
    public void Descend_ForgetsTheGradientsBefore()
    {
        using var scope = NewDisposeScope();
        using var network = Network();
        using var trainable = new TrainableNetwork<Linear>(network, new Sgd { LearningRate = 0 }, []);

        for (var time = 0; time < 3; time++)
            trainable.Step(network.forward(tensor([3f, -1]).reshape(1, 2)).sum(), time);

        AssertTensor.AreClose([3, -1, 1], trainable.Parameters.Gradients);
    }

    [TestMethod]
    public void Descend_LetsRulesActAroundTheUpdate()
    {
        using var scope = NewDisposeScope();
        using var network = Network();
        List<string> told = [];
        using var trainable = new TrainableNetwork<Linear>(
            network, new Sgd { LearningRate = 0.5 }, [new SpyRule("first", told.Add), new SpyRule("second", told.Add)]);
        trainable.Parameters.Values.zero_();

        trainable.Step(network.forward(tensor([2f, 4]).reshape(1, 2)).sum(), step: 0, rateFactor: 0.5);

        CollectionAssert.AreEqual(
            new[] { "first: 2 before", "second: 2 before", "first: -0.5 after 0.25", "second: -0.5 after 0.25" }, told);
    }

    [TestMethod]
    public void Step_LeavesFrozenParametersBitForBit_WhateverHooksAndOptimizerDo()
    {
        using var scope = NewDisposeScope();
        using var network = Network();
        var weight = network.parameters().First();
        weight.requires_grad_(false);
        using var trainable = new TrainableNetwork<Linear>(
            network, new Sgd { LearningRate = 0.5 }, [new WeightDecay { Strength = 1 }, new WeightClipping { Limit = 0.25 }]);
        trainable.Parameters.Values.fill_(2);

        trainable.Step(network.forward(tensor([3f, -1]).reshape(1, 2)).sum(), step: 0);

        // The bias: 2 − 0.5 · 1, then times 1 − 0.5 · 1, is 0.75, clipped to 0.25. The two weights would be clipped too.
        AssertTensor.AreClose([2, 2, 0.25], trainable.Parameters.Values, tolerance: 0);
    }

    [TestMethod]
    public void Save_PutsWeightsBuffersMemoryAndCountBackBitForBit()
    {
        using var scope = NewDisposeScope();
        using var network = new BatchNormalization(Some.Spec(SampleShape.Vector(1)), 2);
        var spy = new SpyOptimizer(new Adam { Beta1 = 0.5, LearningRate = 0.1 });
        using var trainable = new TrainableNetwork<BatchNormalization>(network, spy, []);
        Descend(1);
        var before = State();

        var putBack = trainable.Save();
        Descend(2);
        Descend(3);
        var moved = State();
        putBack();

        // Two weights and two biases, as many means and variances; a mean and a mean square of four gradients.
        Assert.HasCount(8 + 8 + 1, before);
        for (var index = 0; index < before.Length; index++)
            Assert.AreNotEqual(before[index], moved[index], $"{index} is not moved.");
        CollectionAssert.AreEqual(before, State());

        void Descend(ulong seed)
        {
            var samples = randn([6, 2], generator: new Generator(seed)) + (float)seed;
            trainable.Step((network.forward(samples) - tensor([1f, 2])).square().sum(), step: 0);
        }

        double[] State() =>
            [.. AssertTensor.Values(trainable.Parameters.State), .. spy.Memory, spy.States.Single().Updates];
    }

    private static Linear Network() => new(Some.Spec(SampleShape.Vector(1)), 2, 1, gain: 1);

    private sealed record SpyRule(string Name, Action<string> Tell) : IUpdateHook
    {
        public void Before(Tensor parameters, Tensor gradient) => Tell($"{Name}: {gradient[0].ToDouble()} before");

        public void After(Tensor parameters, double learningRate) =>
            Tell($"{Name}: {parameters[0].ToDouble()} after {learningRate}");
    }
}
