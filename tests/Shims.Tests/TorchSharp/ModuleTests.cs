using TorchSharp.Modules;
using TorchSharp.Utils;

namespace TorchSharp.Tests;

[TestClass]
public sealed class ModuleTests
{
    [TestMethod]
    public void NamedParameters_OfNestedModules_ComeOwnFirstThenInOrderOfFields()
    {
        using var net = new Net();

        CollectionAssert.AreEqual(
            new[] { "scale", "head.weight", "head.bias", "body.0.weight", "body.0.bias", "body.1.weight", "body.1.bias" },
            net.named_parameters().Select(entry => entry.name).ToArray());
        CollectionAssert.AreEqual(
            new[] { "head", "body", "body.0", "body.1" }, net.named_modules().Select(entry => entry.name).ToArray());
        Assert.AreEqual(2, net.children().Count());
        Assert.AreSame(net.Head.weight, net.get_parameter("head.weight"));
        Assert.IsNull(net.get_parameter("other"));
    }

    [TestMethod]
    public void StateDict_OfNestedModules_HoldsParametersAndPersistentBuffers()
    {
        using var net = new Net();

        CollectionAssert.AreEqual(
            new[]
            {
                "scale", "seen", "head.weight", "head.bias", "body.0.weight", "body.0.bias", "body.1.weight",
                "body.1.bias", "body.1.running_mean", "body.1.running_var", "body.1.num_batches_tracked",
            },
            net.state_dict().Keys.ToArray());
        Assert.AreEqual("temporary", net.named_buffers().Single(entry => entry.name == "temporary").name);
        Assert.IsFalse(net.named_buffers(include_nonpersistent: false).Any(entry => entry.name == "temporary"));
    }

    [TestMethod]
    public void LoadStateDict_OfAnotherModule_CopiesInPlace()
    {
        using var scope = NewDisposeScope();
        using Net source = new(), target = new();
        source.call(rand(4, 2));
        var weight = target.Head.weight;

        target.load_state_dict(source.state_dict());

        Assert.AreSame(weight, target.Head.weight);
        foreach (var (name, value) in source.state_dict())
            Assert.IsTrue(value.Equals(target.state_dict()[name]), name);
        target.eval();
        source.eval();
        var x = rand(3, 2);
        Assert.IsTrue(source.call(x).Equals(target.call(x)));
    }

    [TestMethod]
    public void LoadStateDict_ThatDoesNotFit_Throws()
    {
        using var scope = NewDisposeScope();
        using var net = nn.Linear(2, 1);
        var state = net.state_dict();
        state.Remove("bias");

        Assert.ThrowsExactly<InvalidOperationException>(() => net.load_state_dict(state));
        var (missing, unexpected) = net.load_state_dict(state, strict: false);
        Assert.AreEqual("bias", Assert.ContainsSingle(missing));
        Assert.IsEmpty(unexpected);
        Assert.ThrowsExactly<ArgumentException>(
            () => net.load_state_dict(new() { ["weight"] = ones(1, 3), ["bias"] = ones(1) }));
    }

    [TestMethod]
    public void Train_OfAModule_ReachesTheModulesInside()
    {
        using var net = new Net();
        Assert.IsTrue(net.training);

        net.eval();

        Assert.IsFalse(net.training || net.modules().Any(module => module.training));
        net.train();
        Assert.IsTrue(net.modules().All(module => module.training));
    }

    [TestMethod]
    public void BatchNorm_InTrainingThenEval_UsesTheRunningStatistics()
    {
        using var scope = NewDisposeScope();
        using var norm = nn.BatchNorm1d(1, momentum: 0.5);

        norm.call(tensor([1f, 3f], [2, 1]));
        norm.eval();

        // Mean 2 and unbiased variance 2 enter by half: mean 1, variance (1 + 2) / 2.
        Assert.AreEqual(1, norm.running_mean!.ToDouble(), 1e-6);
        Assert.AreEqual(1.5, norm.running_var!.ToDouble(), 1e-6);
        Assert.AreEqual(1, norm.num_batches_tracked!.ToInt64());
        Assert.AreEqual(3 / Math.Sqrt(1.5 + 1e-5), norm.call(tensor([4f], [1, 1])).ToDouble(), 1e-5);
    }

    [TestMethod]
    public void ZeroGrad_ByDefault_DropsTheGradients()
    {
        using var scope = NewDisposeScope();
        using var layer = nn.Linear(1, 1);
        layer.call(ones(1, 1)).sum().backward();
        layer.zero_grad(set_to_none: false);
        Assert.AreEqual(0, layer.weight.grad!.ToSingle());

        layer.zero_grad();

        Assert.IsNull(layer.weight.grad);
    }

    [TestMethod]
    public void To_AnotherType_ReplacesTheParametersAlsoInTheFields()
    {
        using var scope = NewDisposeScope();
        using var net = new Net();
        var before = net.Head.weight;
        Assert.AreSame(net, net.to(CPU));
        Assert.AreSame(before, net.Head.weight, "Nothing to move, nothing to replace.");

        net.to(float64);

        Assert.IsTrue(before.IsInvalid);
        Assert.IsTrue(net.parameters().All(parameter => parameter.dtype == ScalarType.Float64 && parameter.requires_grad));
        Assert.AreEqual(ScalarType.Int64, net.get_buffer("body.1.num_batches_tracked")!.dtype);
        Assert.AreEqual(ScalarType.Float64, net.call(rand(4, 2, float64)).dtype);
    }

    [TestMethod]
    public void Modules_MadeInsideAScope_OutliveIt()
    {
        Linear layer;
        using (NewDisposeScope())
            layer = nn.Linear(2, 1);

        Assert.IsFalse(layer.weight.IsInvalid || layer.bias!.IsInvalid);
        layer.Dispose();
        Assert.IsTrue(layer.weight.IsInvalid);
    }

    [TestMethod]
    public void Sequential_OfIdentity_GivesATensorOfItsOwn()
    {
        using var scope = NewDisposeScope();
        var x = ones(2);

        var y = nn.Sequential(nn.Identity(), nn.Dropout(0)).call(x);
        y.Dispose();

        Assert.AreEqual(2, x.sum().ToSingle());
    }

    [TestMethod]
    public void Apply_OfAFunction_ReachesChildrenBeforeTheModule()
    {
        using var net = new Net();
        List<string> names = [];

        net.apply(module => names.Add(module.GetName()));

        CollectionAssert.AreEqual(new[] { "Linear", "Linear", "BatchNorm1d", "ModuleList", "Net" }, names);
    }

    private sealed class Net : nn.Module<Tensor, Tensor>
    {
        [ComponentName(Name = "scale")]
        private readonly Parameter _scale = new(ones(1));

        [ComponentName(Name = "head")]
        private readonly Linear _head = nn.Linear(3, 1);

        [ComponentName(Name = "body")]
        private readonly ModuleList<nn.Module<Tensor, Tensor>> _body =
            nn.ModuleList<nn.Module<Tensor, Tensor>>(nn.Linear(2, 3), nn.BatchNorm1d(3));

        [ComponentName(Name = "seen")]
        private readonly Tensor _seen = zeros(1);

        public Net()
            : base(nameof(Net))
        {
            RegisterComponents();
            register_buffer("temporary", zeros(1), persistent: false);
        }

        public Linear Head => _head;

        public override Tensor forward(Tensor input)
        {
            var current = input;
            foreach (var module in _body)
                current = module.call(current);
            return _head.call(current) * _scale + _seen;
        }
    }
}
