using MLNet.Gan.Tests.Support;

namespace MLNet.Gan.Tests.Primitives;

[TestClass]
public sealed class GeneratorChoiceTests
{
    [TestMethod]
    public void Of_ReadsTheLastComponentAgainstTheQuartiles()
    {
        using var scope = NewDisposeScope();
        var last = tensor([-9f, -0.675f, -0.674f, -0.001f, 0, 0.674f, 0.675f, 9]);
        var latents = stack([-last, last], 1);

        var choice = GeneratorChoice.Of(latents, 4);

        Assert.AreEqual(ScalarType.Int64, choice.dtype);
        AssertTensor.AreClose([0, 0, 1, 1, 2, 2, 3, 3], choice, tolerance: 0);
    }

    [TestMethod]
    public void Of_OneGenerator_IsAlwaysThat()
    {
        using var scope = NewDisposeScope();

        AssertTensor.AreClose([0, 0], GeneratorChoice.Of(tensor([-9f, 9]).reshape(2, 1), 1), tolerance: 0);
    }

    [TestMethod]
    public void Of_NormalLatents_GivesEachGeneratorItsShare()
    {
        using var scope = NewDisposeScope();
        var choice = GeneratorChoice.Of(randn([50_000, 1], generator: new Generator(1)), 5);

        // The deviation of a count is √(50 000 · 0.2 · 0.8) = 89.
        for (var number = 0; number < 5; number++)
            Assert.AreEqual(10_000, (choice == number).sum().ToDouble(), 400, $"{number}");
    }
}
