using TorchSharp.Modules;

namespace TorchSharp.Tests;

[TestClass, DoNotParallelize]
public sealed class ModuleTests
{
    [TestMethod]
    public void NamedParameters_OfNestedModules_ComeOwnFirstThenInOrderOfFields()
    {
        using var net = new Net();

        CollectionAssert.AreEqual(
            new[]
            {
                "_scale", "_head.weight", "_head.bias", "_body.0.weight", "_body.0.bias", "_body.1.weight",
                "_body.1.bias",
            },
            net.named_parameters().Select(entry => entry.name).ToArray());
        Assert.AreSame(net.Head.Weight, net.get_parameter("_head.weight"));
        Assert.IsNull(net.get_parameter("other"));
    }

    [TestMethod]
    public void StateDict_OfNestedModules_HoldsParametersAndPersistentBuffers()
    {
        using var net = new Net();

        CollectionAssert.AreEqual(
            new[]
            {
                "_scale", "_seen", "count", "_head.weight", "_head.bias", "_body.0.weight", "_body.0.bias",
                "_body.1.weight", "_body.1.bias",
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
        var weight = target.Head.Weight;

        target.load_state_dict(source.state_dict());

        Assert.AreSame(weight, target.Head.Weight);
        foreach (var (name, value) in source.state_dict())
            Assert.IsTrue(value.Equals(target.state_dict()[name]), name);
        var x = rand(3, 2);
        Assert.IsTrue(source.call(x).Equals(target.call(x)));
    }

    [TestMethod]
    public void LoadStateDict_ThatDoesNotFit_Throws()
    {
        using var scope = NewDisposeScope();
        using Dense net = new(2, 1);
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

        Assert.IsFalse(net.training || net.Head.training || net.Inner.training);
        net.train();
        Assert.IsTrue(net.training && net.Head.training && net.Inner.training);
    }

    [TestMethod]
    public void To_AnotherType_ReplacesTheParametersAlsoInTheFields()
    {
        using var scope = NewDisposeScope();
        using var net = new Net();
        var before = net.Head.Weight;
        Assert.AreSame(net, net.to(CPU));
        Assert.AreSame(before, net.Head.Weight, "Nothing to move, nothing to replace.");

        net.to(float64);

        Assert.IsTrue(before.IsInvalid);
        Assert.IsTrue(
            net.parameters().All(parameter => parameter.dtype == ScalarType.Float64 && parameter.requires_grad));
        Assert.AreEqual(ScalarType.Int64, net.get_buffer("count")!.dtype);
        Assert.AreEqual(ScalarType.Float64, net.call(rand(4, 2, float64)).dtype);
    }

    [TestMethod]
    public void Sequential_OfNothing_GivesATensorOfItsOwn()
    {
        using var scope = NewDisposeScope();
        var x = ones(2);

        nn.Sequential().call(x).Dispose();

        Assert.AreEqual(2, x.sum().ToSingle());
    }

    [TestMethod]
    public void Sequential_OfModules_DisposesWhatPassesBetweenThem()
    {
        using var scope = NewDisposeScope();
        var net = nn.Sequential(new Echo(), new Dense(2, 3), new Dense(3, 1));
        var x = ones(1, 2);
        var before = Tensor.TotalCount;

        net.call(x);

        Assert.AreEqual(before + 1, Tensor.TotalCount);
        Assert.IsFalse(x.IsInvalid);
    }

    private sealed class Echo() : nn.Module<Tensor, Tensor>(nameof(Echo))
    {
        public override Tensor forward(Tensor input) => input;
    }

    private sealed class Net : nn.Module<Tensor, Tensor>
    {
        private readonly Parameter _scale = new(ones(1));

        private readonly Dense _head = new(3, 1);

        private readonly ModuleList<nn.Module<Tensor, Tensor>> _body =
            nn.ModuleList<nn.Module<Tensor, Tensor>>(new Dense(2, 3), new Dense(3, 3));

        private readonly Tensor _seen = zeros(1);

        public Net()
            : base(nameof(Net))
        {
            RegisterComponents();
            register_buffer("count", zeros([1], int64));
            register_buffer("temporary", zeros(1), persistent: false);
        }

        public Dense Head => _head;

        public nn.Module Inner => _body[1];

        public override Tensor forward(Tensor input)
        {
            var current = input;
            foreach (var module in _body)
                current = module.call(current);
            return _head.call(current) * _scale + _seen;
        }
    }
}
