
namespace MLNet.Gan.Tests.Optimizers;

/// <summary>The defaults of optimizers and rules, their ranges, and how they are printed.</summary>
[TestClass]
public sealed class OptimizerOptionsTests
{
    private const string Fraction = "at least 0 and less than 1";
    private const string Positive = "a number greater than 0";
    private const string NotNegative = "a number of at least 0";

    public static IEnumerable<object[]> Refusals =>
    [
        .. Refused("Beta1", Fraction, [-0.1, 1, double.NaN], value => new Adam() with { Beta1 = value }),
        .. Refused("Beta2", Fraction, [-0.1, 1, double.NaN], value => new Adam() with { Beta2 = value }),
        .. Refused("Epsilon", Positive, [0, double.PositiveInfinity], value => new Adam() with { Epsilon = value }),
        .. Refused("Beta1", Fraction, [-0.1, 1, double.NaN], value => new OptimisticAdam() with { Beta1 = value }),
        .. Refused("Beta2", Fraction, [-0.1, 1, double.NaN], value => new OptimisticAdam() with { Beta2 = value }),
        .. Refused("Epsilon", Positive, [0, double.NaN], value => new OptimisticAdam() with { Epsilon = value }),
        .. Refused("Smoothing", Fraction, [-0.1, 1, double.NaN], value => new RmsProp() with { Smoothing = value }),
        .. Refused("Epsilon", Positive, [0, double.NaN], value => new RmsProp() with { Epsilon = value }),
        .. Refused("Momentum", Fraction, [-0.1, 1, double.NaN], value => new Sgd() with { Momentum = value }),
        .. Refused("MaxNorm", Positive, [0, double.NaN], value => new GradientNormClipping() with { MaxNorm = value }),
        .. Refused("Limit", Positive, [0, -1, double.NaN], value => new GradientValueClipping() with { Limit = value }),
        .. Refused("Limit", Positive, [0, -1, double.NaN], value => new WeightClipping() with { Limit = value }),
        .. Refused("Strength", NotNegative, [-1, double.NaN], value => new WeightDecay() with { Strength = value }),
    ];

    public static IEnumerable<object[]> Rates =>
    [
        [(Schedule rate) => { _ = new Adam() with { LearningRate = rate }; }],
        [(Schedule rate) => { _ = new OptimisticAdam() with { LearningRate = rate }; }],
        [(Schedule rate) => { _ = new RmsProp() with { LearningRate = rate }; }],
        [(Schedule rate) => { _ = new Sgd() with { LearningRate = rate }; }],
    ];

    [TestMethod]
    [DynamicData(nameof(Refusals))]
    public void Number_OutOfItsRange_IsRefused(string name, string expected, double value, Action<double> make)
    {
        var error = Assert.ThrowsExactly<ArgumentOutOfRangeException>(() => make(value));

        Assert.AreEqual(name, error.ParamName);
        Assert.AreEqual(value, error.ActualValue);
        Assert.Contains($"{name} must be {expected}.", error.Message);
    }

    [TestMethod]
    [DynamicData(nameof(Rates))]
    public void LearningRate_ThatIsNullOrNegative_IsRefused(Action<Schedule> make)
    {
        Assert.AreEqual("LearningRate", Assert.ThrowsExactly<ArgumentNullException>(() => make(null!)).ParamName);

        var error = Assert.ThrowsExactly<ArgumentOutOfRangeException>(() => make(-1e-3));
        Assert.AreEqual("LearningRate", error.ParamName);
        Assert.Contains("LearningRate must be a number of at least 0 at every step.", error.Message);

        make(Schedule.Constant(0.5).WithWarmUp(10)); // begins at 0
        Assert.ThrowsExactly<ArgumentOutOfRangeException>(() => make(Schedule.Linear(1e-3, -1e-3, 100_000)));
        Assert.ThrowsExactly<ArgumentOutOfRangeException>(() => make(Schedule.Cosine(1e-3, -1e-9, 7)));
    }

    [TestMethod]
    public void Optimizers_HaveTheDocumentedDefaultsAndPrintThem()
    {
        Assert.AreEqual("Adam { LearningRate = 0.0002, Beta1 = 0, Beta2 = 0.99, Epsilon = 1E-08 }", $"{new Adam()}");
        Assert.AreEqual(
            "OptimisticAdam { LearningRate = 0.0002, Beta1 = 0, Beta2 = 0.99, Epsilon = 1E-08 }",
            $"{new OptimisticAdam()}");
        Assert.AreEqual("RmsProp { LearningRate = 0.0001, Smoothing = 0.99, Epsilon = 1E-08 }", $"{new RmsProp()}");
        Assert.AreEqual("Sgd { LearningRate = 0.01, Momentum = 0, Nesterov = False }", $"{new Sgd()}");
    }

    [TestMethod]
    public void Rules_HaveTheDocumentedDefaultsAndPrintThem()
    {
        Assert.AreEqual("GradientNormClipping { MaxNorm = 1 }", $"{new GradientNormClipping()}");
        Assert.AreEqual("GradientValueClipping { Limit = 1 }", $"{new GradientValueClipping()}");
        Assert.AreEqual("WeightClipping { Limit = 0.01 }", $"{new WeightClipping()}");
        Assert.AreEqual("WeightDecay { Strength = 0.01 }", $"{new WeightDecay()}");
    }

    private static IEnumerable<object[]> Refused(
        string name, string expected, double[] values, Func<double, object> make) =>
        values.Select(value => new object[] { name, expected, value, (Action<double>)(number => make(number)) });
}
