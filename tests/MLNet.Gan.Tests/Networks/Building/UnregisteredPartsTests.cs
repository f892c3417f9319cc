using TorchSharp.Modules;

namespace MLNet.Gan.Tests.Networks.Building;

/// <summary>Modules and tensors that TorchSharp does not see are found by their fields.</summary>
[TestClass]
public sealed class UnregisteredPartsTests
{
    [TestMethod]
    public void Parts_InListsArraysDictionariesAndFields_AreFoundByTheirPath()
    {
        using var network = new Scattered(registers: false);
        network.register_module("inner", new Scattered(registers: true));

        CollectionAssert.AreEquivalent(
            new[]
            {
                "'_field' (Linear) of Scattered", "'Property' (ReLU) of Scattered", "'_weight' (Parameter) of Scattered",
                "'_list[1]' (Linear) of Scattered", "'_list[1]' (Linear) of Scattered",
                "'_table[a][0]' (Tanh) of Scattered", "'_table[a][0]' (Tanh) of Scattered",
                "'_numbers[0]' (Tensor) of Scattered", "'_numbers[0]' (Tensor) of Scattered",
            },
            UnregisteredParts.Of(network).ToArray());
    }

    [TestMethod]
    public void Parts_ThatAreRegistered_AreNotFound()
    {
        using var network = nn.Sequential(nn.Linear(2, 3), nn.Embedding(4, 2), nn.BatchNorm1d(3));
        using var ours = new Dcgan { Width = 2 }.CreateGenerator(Support.Some.Spec(SampleShape.Image(1, 8, 8), classes: 2));

        Assert.IsEmpty(UnregisteredParts.Of(network));
        Assert.IsEmpty(UnregisteredParts.Of(ours));
    }

    private sealed class Scattered : nn.Module<Tensor, Tensor>
    {
        private readonly Linear _field = nn.Linear(2, 2);
        private readonly Parameter _weight = new(zeros(2));
        private readonly List<nn.Module> _list = [nn.Identity(), nn.Linear(2, 2)];
        private readonly Dictionary<string, nn.Module[]> _table = new() { ["a"] = [nn.Tanh()] };
        private readonly Tensor[] _numbers = [zeros(2)];

        public Scattered(bool registers) : base(nameof(Scattered))
        {
            register_module("known", _list[0]);
            if (registers)
                RegisterComponents();
        }

        public ReLU Property { get; } = nn.ReLU();

        public override Tensor forward(Tensor input) => _field.call(input);
    }
}
