using System.Runtime.InteropServices;

namespace TorchSharp.Tests;

/// <summary>Every native error is an exception, also where the real package would end the process.</summary>
[TestClass]
public sealed class ErrorTests
{
    private static readonly Dictionary<string, Action> Mistakes = new()
    {
        ["matmul of sizes that do not fit"] = () => ones(2, 3).matmul(ones(2, 3)),
        ["mm of sizes that do not fit"] = () => ones(2, 3).mm(ones(2, 3)),
        ["bmm of matrices"] = () => ones(2, 3).bmm(ones(3, 2)),
        ["conv2d of too few channels"] = () => nn.functional.conv2d(ones(1, 2, 4, 4), ones(1, 3, 3, 3)),
        ["linear of sizes that do not fit"] = () => nn.functional.linear(ones(2, 2), ones(2, 3)),
        ["cat of sizes that do not fit"] = () => cat([ones(2, 3), ones(2, 2)]),
        ["view of another size"] = () => ones(2, 3).view(4),
        ["add of sizes that do not fit"] = () => _ = ones(2) + ones(3),
        ["a dimension out of range"] = () => ones(2).sum(3),
        ["an index out of range"] = () => _ = ones(2)[5],
        ["size of a dimension out of range"] = () => ones(2).size(1),
        ["grad of an unused input"] = () => autograd.grad([Leaf().sum()], [Leaf()]),
        ["grad of many outputs without a gradient"] = () => Twice((x, y) => autograd.grad([y], [x])),
        ["backward of many outputs without a gradient"] = () => Twice((_, y) => y.backward()),
        ["backward of what has no graph"] = () => ones(1).backward(),
        ["backward twice"] = () => Twice((_, y) =>
        {
            y.sum().backward(retain_graph: false);
            y.sum().backward();
        }),
        ["in-place on a leaf"] = () => Leaf().add_(1),
        ["a device that is not there"] = () => ones(1).to(device("cuda:99")),
    };

    public static IEnumerable<object[]> Cases => Mistakes.Keys.Select(name => new object[] { name });

    [TestMethod]
    [DynamicData(nameof(Cases))]
    public void NativeError_OfAnyKind_ThrowsExternalException(string name)
    {
        using var scope = NewDisposeScope();

        var exception = Assert.ThrowsExactly<ExternalException>(Mistakes[name]);

        Assert.AreNotEqual("", exception.Message);
        Assert.AreEqual(2, (ones(1) + 1).ToSingle(), "The library works on after an error.");
    }

    [TestMethod]
    public void Grad_WithCreateGraphButNotRetainGraph_FreesTheGraphOfTheOutput()
    {
        using var scope = NewDisposeScope();
        var x = Leaf();
        var y = (x * x * x).sum();

        autograd.grad([y], [x], create_graph: true);

        Assert.ThrowsExactly<ExternalException>(() => y.backward());
    }

    [TestMethod]
    public void Cuda_WhereThereIsNone_Throws()
    {
        if (cuda.is_available())
            Assert.Inconclusive("This machine has a GPU.");
        using var scope = NewDisposeScope();

        Assert.ThrowsExactly<ExternalException>(() => ones(1).cuda());
        Assert.ThrowsExactly<ExternalException>(() => zeros(1, device: CUDA));
    }

    [TestMethod]
    public void DisposedTensor_WhenUsed_Throws()
    {
        var tensor = ones(1);
        tensor.Dispose();

        Assert.ThrowsExactly<InvalidOperationException>(() => _ = tensor + 1);
        Assert.ThrowsExactly<InvalidOperationException>(() => _ = tensor.shape);
    }

    [TestMethod]
    public void LastError_OfAnotherThread_IsNotMixedUp()
    {
        Parallel.For(0, 200, i =>
        {
            using var scope = NewDisposeScope();
            var exception = Assert.ThrowsExactly<ExternalException>(() => ones(2, 3).mm(ones(i + 4, 1)));
            Assert.Contains($"{i + 4}x1", exception.Message);
        });
    }

    private static Tensor Leaf() => ones(2).requires_grad_();

    private static void Twice(Action<Tensor, Tensor> use)
    {
        var x = Leaf();
        use(x, x * x);
    }
}
