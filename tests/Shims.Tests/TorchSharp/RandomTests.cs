namespace TorchSharp.Tests;

/// <summary>The same numbers, bit for bit, as python3-torch draws from the same seed.</summary>
[TestClass, DoNotParallelize]
public sealed class RandomTests
{
    private static readonly Dictionary<string, Func<Generator, Tensor>> Draws = new()
    {
        ["randn"] = g => randn(33, generator: g),
        ["rand"] = g => rand(33, generator: g),
        ["normal_"] = g => nn.init.normal_(empty(5, 7), 1, 2, g),
        ["uniform_"] = g => nn.init.uniform_(empty(5, 7), -1, 3, g),
        ["randint"] = g => randint(3, 90, [20L], generator: g),
        ["randperm"] = g => randperm(20, generator: g),
        ["global"] = _ => randn(20),
        ["kaiming_uniform_"] = _ => nn.init.kaiming_uniform_(empty([4L, 3, 3, 3]), 0.2),
        ["kaiming_normal_"] = _ => nn.init.kaiming_normal_(
            empty(4, 6), mode: nn.init.FanInOut.FanOut, nonlinearity: nn.init.NonlinearityType.ReLU),
        ["xavier_uniform_"] = _ => nn.init.xavier_uniform_(empty(4, 6), 2),
        ["xavier_normal_"] = _ => nn.init.xavier_normal_(empty(4, 6)),
        ["orthogonal_wide"] = _ => nn.init.orthogonal_(empty(3, 5), 2),
        ["orthogonal_tall"] = _ => nn.init.orthogonal_(empty([6L, 2, 2])),
        ["dropout"] = _ => nn.functional.dropout(ones(20), 0.4),
    };

    public static IEnumerable<object[]> Cases => Vectors.Names("random").Select(name => new object[] { name });

    [TestMethod]
    [DynamicData(nameof(Cases))]
    public void Draw_FromTheSameSeed_EqualsPythonBitForBit(string name)
    {
        using var scope = NewDisposeScope();
        using Generator generator = new(1234);
        using var global = manual_seed(1234);

        var drawn = Draws[name](generator).to(float32);

        var expected = Vectors.Tensor("random", name);
        Assert.AreEqual($"{expected}", $"{drawn}");
        CollectionAssert.AreEqual(expected.data<float>().ToArray(), drawn.data<float>().ToArray());
    }

    [TestMethod]
    public void SetState_ToASavedState_RepeatsTheNumbers()
    {
        using var scope = NewDisposeScope();
        using Generator generator = new(5);
        randn(3, generator: generator);
        var saved = generator.get_state();
        var first = randn(100, generator: generator);

        generator.set_state(saved);

        Assert.IsTrue(first.Equals(randn(100, generator: generator)));
    }

    [TestMethod]
    public void SetState_ToSomethingElse_Throws()
    {
        using var scope = NewDisposeScope();
        using Generator generator = new(5);

        Assert.ThrowsExactly<System.Runtime.InteropServices.ExternalException>(() => generator.set_state(zeros(3)));
        Assert.ThrowsExactly<System.Runtime.InteropServices.ExternalException>(
            () => generator.set_state(zeros(3, uint8)));
    }
}
