using static TorchSharp.torch.nn.functional;

namespace TorchSharp.Tests;

/// <summary>Every function's wiring: its values on x, y (2, 3, 4, 4) and m (3, 3) against python3-torch.</summary>
[TestClass]
public sealed class FunctionTests
{
    private static readonly Dictionary<string, Func<Tensor, Tensor, Tensor, Tensor>> Functions = new()
    {
        ["add"] = (x, y, m) => x + y * 2,
        ["sub"] = (x, y, m) => 3 - x,
        ["div"] = (x, y, m) => 2 / y,
        ["div_floor"] = (x, y, m) => x.clone().div_(0.5, RoundingMode.floor),
        ["pow"] = (x, y, m) => y.pow(x),
        ["pow_scalar"] = (x, y, m) => y.pow(2.5),
        ["lerp"] = (x, y, m) => x.lerp(y, tensor(0.25f)),
        ["addcmul"] = (x, y, m) => x.clone().addcmul_(x, y, 0.5),
        ["addcdiv"] = (x, y, m) => x.clone().addcdiv_(x, y + 1, -0.1),
        ["clamp"] = (x, y, m) => x.clamp(-0.5, 0.5),
        ["clamp_min"] = (x, y, m) => x.clamp(min: 0.1),
        ["abs"] = (x, y, m) => x.abs(),
        ["exp"] = (x, y, m) => x.exp(),
        ["log"] = (x, y, m) => y.log(),
        ["sqrt"] = (x, y, m) => y.sqrt(),
        ["rsqrt"] = (x, y, m) => y.rsqrt(),
        ["sign"] = (x, y, m) => x.sign(),
        ["tanh"] = (x, y, m) => x.tanh(),
        ["sigmoid"] = (x, y, m) => x.sigmoid(),
        ["cos"] = (x, y, m) => x.cos(),
        ["sin"] = (x, y, m) => x.sin(),
        ["relu"] = (x, y, m) => x.relu(),
        ["square"] = (x, y, m) => x.square(),
        ["softmax"] = (x, y, m) => x.softmax(1),
        ["log_softmax"] = (x, y, m) => x.log_softmax(-1),
        ["sum"] = (x, y, m) => x.sum(),
        ["sum_dims"] = (x, y, m) => x.sum(2, 3),
        ["mean_dims"] = (x, y, m) => x.mean([0, 2, 3], keepdim: true),
        ["var"] = (x, y, m) => x.var(),
        ["var_dims"] = (x, y, m) => x.var([0, 1], unbiased: false),
        ["std"] = (x, y, m) => x.std(3),
        ["max"] = (x, y, m) => x.max(),
        ["max_dim"] = (x, y, m) => x.max(3).values,
        ["min_dim"] = (x, y, m) => x.min(1).indexes,
        ["amax"] = (x, y, m) => x.amax(1, 2),
        ["norm"] = (x, y, m) => x.norm(3f),
        ["norm_dim"] = (x, y, m) => x.norm(1, p: 2),
        ["matmul"] = (x, y, m) => x.matmul(y),
        ["mm"] = (x, y, m) => m.mm(m),
        ["bmm"] = (x, y, m) => x[0].bmm(y[0]),
        ["permute"] = (x, y, m) => x.permute(0, 2, 3, 1),
        ["transpose"] = (x, y, m) => x.transpose(1, 3),
        ["flip"] = (x, y, m) => x.flip(2, 3),
        ["roll"] = (x, y, m) => x.roll([1, -1], [2, 3]),
        ["repeat"] = (x, y, m) => m.repeat(2, 1),
        ["expand"] = (x, y, m) => m[0].expand(4, 3),
        ["flatten"] = (x, y, m) => x.flatten(1),
        ["narrow"] = (x, y, m) => x.narrow(3, 1, 2),
        ["select"] = (x, y, m) => x[1, 2],
        ["index_select"] = (x, y, m) => x.index_select(1, tensor(new[] { 2L, 0 })),
        ["gather"] = (x, y, m) => x.gather(3, tensor(new[] { 3L, 0, 1, 2 }).expand(2, 3, 4, 4)),
        ["where"] = (x, y, m) => where(x > y, x, y),
        ["maximum"] = (x, y, m) => maximum(x, y),
        ["cat"] = (x, y, m) => cat([x, y], 1),
        ["stack"] = (x, y, m) => stack([x, y], 2),
        ["eye"] = (x, y, m) => eye(2, 3),
        ["arange"] = (x, y, m) => arange(1, 2, 0.25),
        ["linspace"] = (x, y, m) => linspace(-1, 1, 5),
        ["chunk"] = (x, y, m) => x.chunk(2, 3)[1],
        ["split"] = (x, y, m) => x.split(3, dim: 2)[1],
        ["nearest"] = (x, y, m) => interpolate(x, scale_factor: [2]),
        ["bilinear"] = (x, y, m) => interpolate(x, [6, 6], mode: InterpolationMode.Bilinear),
        ["bicubic"] = (x, y, m) => interpolate(x, [3, 5], mode: InterpolationMode.Bicubic, align_corners: true),
        ["area"] = (x, y, m) => interpolate(x, [2, 2], mode: InterpolationMode.Area),
        ["avg_pool"] = (x, y, m) => avg_pool2d(x, 3, 2, 1),
        ["max_pool"] = (x, y, m) => max_pool2d(x, 2),
        ["pad"] = (x, y, m) => pad(x, [1L, 0, 2, 1], value: 5),
        ["reflect"] = (x, y, m) => pad(x, [1L, 2, 1, 1], PaddingModes.Reflect),
        ["svdvals"] = (x, y, m) => linalg.svdvals(m),
        ["qr_q"] = (x, y, m) => linalg.qr(m.narrow(1, 0, 2)).Q,
        ["qr_r"] = (x, y, m) => linalg.qr(m.narrow(1, 0, 2)).R,
        ["eigvalsh"] = (x, y, m) => linalg.eigvalsh(m + m.t()),
        ["scatter"] = (x, y, m) =>
            zeros(3, 3).scatter_(1, tensor(new long[,] { { 0 }, { 2 }, { 1 } }), m.narrow(1, 0, 1)),
        ["in_place"] = (x, y, m) => x.clone().add_(y, 2).sub_(0.5).mul_(y).div_(3).sub_(y).add_(1, 2),
        ["pow_"] = (x, y, m) => y.clone().pow_(x),
        ["lerp_"] = (x, y, m) => x.clone().lerp_(y, y),
        ["addcmul_new"] = (x, y, m) => x.addcmul(x, y, -2),
        ["addcdiv_new"] = (x, y, m) => x.addcdiv(y, y + 1),
        ["clamp_"] = (x, y, m) => x.clone().clamp_(max: 0.3),
        ["clamp_tensor"] = (x, y, m) => clamp(x, -y, y),
        ["amin"] = (x, y, m) => x.amin(0, 3),
        ["min"] = (x, y, m) => min(x),
        ["max_dim_at"] = (x, y, m) => x.max(2).indexes,
        ["minimum"] = (x, y, m) => min(x, y),
        ["std_dims"] = (x, y, m) => x.std([1, 2], unbiased: false, keepdim: true),
        ["squeeze"] = (x, y, m) => x.narrow(0, 0, 1).unsqueeze(-1).squeeze(0),
        ["squeeze_all"] = (x, y, m) => x.narrow(0, 0, 1).unsqueeze(2).squeeze(),
        ["roll_all"] = (x, y, m) => m.roll(4),
        ["split_sizes"] = (x, y, m) => x.split([1L, 3], 3)[1],
        ["eigh"] = (x, y, m) => linalg.eigh(m + m.t()).Item2.abs(),
        ["cut"] = (x, y, m) => pad(x, [-1L, 1]),
        ["replicate"] = (x, y, m) => pad(x, [2L, 0, 0, 1], PaddingModes.Replicate),
        ["circular"] = (x, y, m) => pad(x, [1L, 1, 2, 0], PaddingModes.Circular),
        ["likes"] = (x, y, m) => ones_like(x) + full_like(x, 0.5) + zeros_like(x),
        ["less"] = (x, y, m) => (x < y).@float() + (x <= 0).@float(),
        ["greater"] = (x, y, m) => (0.5 > x).@float() + (x >= y).@float() + (x != y).@float(),
        ["range"] = (x, y, m) => arange(2, 7),
        ["nearest_down"] = (x, y, m) => interpolate(x, [3, 2]),
        ["bilinear_factor"] = (x, y, m) => interpolate(x, scale_factor: [1.5, 2], mode: InterpolationMode.Bilinear),
    };

    public static IEnumerable<object[]> Cases =>
        Vectors.Names("functions").Except(["x", "y", "m"]).Select(name => new object[] { name });

    [TestMethod]
    [DynamicData(nameof(Cases))]
    public void Function_OnFixedTensors_MatchesPython(string name)
    {
        using var scope = NewDisposeScope();
        var x = Vectors.Tensor("functions", "x");
        var y = Vectors.Tensor("functions", "y");
        var m = Vectors.Tensor("functions", "m");

        var actual = Functions[name](x, y, m);

        Vectors.AreClose(Vectors.Tensor("functions", name), actual, name);
        Assert.AreEqual(0, (x - Vectors.Tensor("functions", "x")).abs().sum().ToDouble(), "x was changed.");
    }
}
