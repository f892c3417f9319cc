using System.Runtime.CompilerServices;
using System.Text.Json;
using MLNet.Gan.Networks.Layers;
using MLNet.Gan.Tests.Support;
using MLNet.Gan.Training;

namespace MLNet.Gan.Tests.Training;

/// <summary>Adam on one vector moves as PyTorch's does; adam.json is what adam.py saw of it.</summary>
[TestClass]
public sealed class FlatAdamTests
{
    private static readonly JsonElement Reference = Read();

    [TestMethod]
    [DataRow(0, DisplayName = "betas 0 and 0.99")]
    [DataRow(1, DisplayName = "betas 0.9 and 0.999")]
    [DataRow(2, DisplayName = "betas 0.5 and 0.9, with an epsilon that shows")]
    public void Update_MovesAsPyTorchDoes(int number)
    {
        using var scope = NewDisposeScope();
        var expected = Reference.GetProperty("cases")[number];
        double Setting(string name) => expected.GetProperty(name).GetDouble();
        using var network = Network();
        using var parameters = new FlatParameters(network);
        using var adam = new FlatAdam(new()
        {
            LearningRate = Setting("rate"), Beta1 = Setting("beta1"), Beta2 = Setting("beta2"), Epsilon = Setting("epsilon"),
        }, parameters);
        parameters.Values.copy_(tensor(Doubles(Reference.GetProperty("start"))));

        foreach (var (step, gradient) in Reference.GetProperty("gradients").EnumerateArray().Index())
        {
            parameters.Gradients.copy_(tensor(Doubles(gradient)));
            adam.Update(step);

            AssertTensor.AreClose(Doubles(expected.GetProperty("steps")[step]), parameters.Values, tolerance: 1e-6);
        }
    }

    [TestMethod]
    public void Update_TakesTheLearningRateOfTheStep()
    {
        using var scope = NewDisposeScope();
        using var network = Network();
        using var parameters = new FlatParameters(network);
        using var adam = new FlatAdam(new() { LearningRate = Schedule.Linear(0.5, 0, 10) }, parameters);
        parameters.Values.zero_();
        parameters.Gradients.fill_(-3);

        adam.Update(8);
        AssertTensor.AreClose(Enumerable.Repeat(0.1, 8).ToArray(), parameters.Values); // the first step is rate · sign: 0.5 · 2/10
        adam.Update(10);
        AssertTensor.AreClose(Enumerable.Repeat(0.1, 8).ToArray(), parameters.Values); // the rate is 0
    }

    [TestMethod]
    public void Update_LeavesTheGradients()
    {
        using var scope = NewDisposeScope();
        using var network = Network();
        using var parameters = new FlatParameters(network);
        using var adam = new FlatAdam(new() { Beta1 = 0.9 }, parameters);
        parameters.Gradients.fill_(2);

        adam.Update(0);

        AssertTensor.AreClose(Enumerable.Repeat(2.0, 8).ToArray(), parameters.Gradients, tolerance: 0);
    }

    /// <summary>Eight numbers: six weights and two biases.</summary>
    private static Dense Network() => new(Some.Spec(SampleShape.Vector(1)), 3, 2, gain: 1);

    private static double[] Doubles(JsonElement values) => [.. values.EnumerateArray().Select(value => value.GetDouble())];

    private static JsonElement Read([CallerFilePath] string file = "") => JsonDocument
        .Parse(File.ReadAllText(Path.Combine(Path.GetDirectoryName(file)!, "adam.json"))).RootElement;
}
