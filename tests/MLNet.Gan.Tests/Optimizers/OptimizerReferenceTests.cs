using System.Runtime.CompilerServices;
using System.Text.Json;
using MLNet.Gan.Tests.Support;

namespace MLNet.Gan.Tests.Optimizers;

/// <summary>Optimizers move as PyTorch's do; optimizers.json is what optimizers.py saw of them.</summary>
[TestClass]
public sealed class OptimizerReferenceTests
{
    private static readonly JsonElement Reference = Read();

    public static IEnumerable<object[]> Cases =>
    [
        ["Adam, betas 0 and 0.99", new Adam()],
        ["Adam, betas 0.9 and 0.999", new Adam { Beta1 = 0.9, Beta2 = 0.999 }],
        ["Adam, betas 0.5 and 0.9, epsilon 0.01", new Adam { Beta1 = 0.5, Beta2 = 0.9, Epsilon = 0.01 }],
        ["RMSprop, smoothing 0.99", new RmsProp()],
        ["RMSprop, smoothing 0.5, epsilon 0.01", new RmsProp { Smoothing = 0.5, Epsilon = 0.01 }],
        ["SGD", new Sgd()],
        ["SGD, momentum 0.9", new Sgd { Momentum = 0.9 }],
        ["SGD, momentum 0.9, Nesterov", new Sgd { Momentum = 0.9, Nesterov = true }],
    ];

    [TestMethod]
    public void Reference_HasNoOtherCase() => CollectionAssert.AreEquivalent(
        Reference.GetProperty("cases").EnumerateObject().Select(property => property.Name).ToArray(),
        Cases.Select(row => (string)row[0]).ToArray());

    [TestMethod]
    [DynamicData(nameof(Cases))]
    public void Update_MovesAsPyTorchDoes(string name, IOptimizer optimizer)
    {
        using var scope = NewDisposeScope();
        var parameters = tensor(Doubles(Reference.GetProperty("start")));
        using var state = optimizer.CreateState(parameters);
        var rates = Doubles(Reference.GetProperty("rates"));
        var expected = Reference.GetProperty("cases").GetProperty(name);

        foreach (var (step, gradient) in Reference.GetProperty("gradients").EnumerateArray().Index())
        {
            state.Update(tensor(Doubles(gradient)), rates[step]);

            AssertTensor.AreClose(Doubles(expected[step]), parameters, tolerance: 1e-12);
        }

        Assert.AreEqual(rates.Length, state.Updates);
    }

    private static double[] Doubles(JsonElement values) =>
        [.. values.EnumerateArray().Select(value => value.GetDouble())];

    private static JsonElement Read([CallerFilePath] string file = "") => JsonDocument
        .Parse(File.ReadAllText(Path.Combine(Path.GetDirectoryName(file)!, "optimizers.json"))).RootElement;
}
