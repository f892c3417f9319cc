using TorchSharp.Modules;

namespace TorchSharp.Tests;

[TestClass]
public sealed class OptimizerTests
{
    private static readonly Dictionary<string, Func<Parameter[], optim.Optimizer>> Optimizers = new()
    {
        ["adam"] = p => optim.Adam(p, 0.1, beta1: 0.5, beta2: 0.9),
        ["adam_amsgrad"] = p => optim.Adam(p, 0.1, weight_decay: 0.01, amsgrad: true),
        ["sgd"] = p => optim.SGD(p, 0.01),
        ["sgd_nesterov"] = p => optim.SGD(p, 0.01, momentum: 0.9, weight_decay: 0.1, nesterov: true),
        ["sgd_dampened"] = p => optim.SGD(p, 0.01, momentum: 0.9, dampening: 0.5),
        ["rmsprop"] = p => optim.RMSProp(p, 0.05),
        ["rmsprop_centered"] = p => optim.RMSProp(p, 0.05, 0.9, momentum: 0.5, centered: true),
    };

    public static IEnumerable<object[]> Cases => Vectors.Names("optimizers").Select(name => new object[] { name });

    [TestMethod]
    [DynamicData(nameof(Cases))]
    public void Step_ThreeTimes_MatchesPython(string name)
    {
        using var scope = NewDisposeScope();
        Parameter parameter = new(tensor([1f, -2, 0.5f, 3]));
        var scale = tensor([1, 0.1f, 5, 0.01f]);
        using var optimizer = Optimizers[name]([parameter]);

        for (var step = 0; step < 3; step++)
        {
            optimizer.zero_grad();
            (scale * (parameter - 1).pow(4)).sum().backward();
            optimizer.step();
        }

        Vectors.AreClose(Vectors.Tensor("optimizers", name), parameter, name, 1e-6);
    }

    [TestMethod]
    public void LearningRate_SetToZero_StopsTheParameters()
    {
        using var scope = NewDisposeScope();
        Parameter parameter = new(ones(3));
        using var optimizer = optim.Adam([parameter], lr: 0.5);
        foreach (var group in optimizer.ParamGroups)
            group.LearningRate = 0;
        parameter.sum().backward();

        optimizer.step();

        Assert.AreEqual(3, parameter.sum().ToSingle());
    }

    [TestMethod]
    public void ClipGradNorm_PastTheBound_ScalesAllAndGivesTheNorm()
    {
        using var scope = NewDisposeScope();
        Parameter a = new(zeros(1)), b = new(zeros(1));
        (a.grad, b.grad) = (tensor([3f]), tensor([4f]));

        var norm = nn.utils.clip_grad_norm_([a, b], 1);

        // A (3, 4) gradient is 5 long; a fifth of it is left.
        Assert.AreEqual(5, norm, 1e-6);
        Assert.AreEqual(0.6, a.grad.ToDouble(), 1e-5);
        Assert.AreEqual(0.8, b.grad.ToDouble(), 1e-5);
    }
}
