using System.Text.Json;
using TorchSharp.Modules;
using static TorchSharp.torch.nn.functional;

namespace TorchSharp.Tests;

/// <summary>Forward, first and second derivatives against python3-torch.</summary>
[TestClass]
public sealed class GradientTests
{
    private static readonly Dictionary<string, Func<Func<string, Tensor>, Tensor>> Functions = new()
    {
        ["linear"] = of => linear(of("x"), of("w"), of("b")),
        ["conv2d"] = of => conv2d(of("x"), of("w"), of("b"), strides: [2, 2], padding: [1, 1]),
        ["conv2d_grouped"] = of => conv2d(of("x"), of("w"), padding: [2, 0], dilation: [2, 1], groups: 2),
        ["conv_transpose2d"] = of => conv_transpose2d(
            of("x"), of("w"), of("b"), strides: [2, 2], padding: [1, 1], output_padding: [1, 1]),
        ["batch_norm_train"] = of => batch_norm(of("x"), null, null, of("w"), of("b"), training: true, eps: 1e-3),
        ["batch_norm_eval"] = of => batch_norm(of("x"), of("mean"), of("var"), of("w"), of("b")),
        ["spectral_norm"] = of => linear(of("x"), of("w") / (of("u") * of("w").matmul(of("v"))).sum()),
        ["softplus"] = of => softplus(of("x"), beta: 2, threshold: 3),
        ["leaky_relu"] = of => leaky_relu(linear(of("x"), of("w")), 0.2),
        ["cross_entropy"] = of => cross_entropy(of("x"), of("i").to(int64), label_smoothing: 0.1),
        ["norm"] = of => of("x").flatten(1).norm(1),
    };

    public static IEnumerable<object[]> Cases => Vectors.Names("gradients").Select(name => new object[] { name });

    [TestMethod]
    [DynamicData(nameof(Cases))]
    public void Grad_OnceAndTwice_MatchesPython(string name)
    {
        using var scope = NewDisposeScope();
        var expected = Vectors.Group("gradients").GetProperty(name);
        var leaves = Named(expected.GetProperty("inputs"), tensor => new Parameter(tensor));
        var constants = Named(expected.GetProperty("constants"), tensor => tensor);
        var inputs = leaves.Select(leaf => leaf.Value).ToList();

        var y = Functions[name](key => leaves.Concat(constants).Single(entry => entry.Key == key).Value);
        var loss = (softplus(y) * Vectors.Tensor(expected.GetProperty("c"))).sum();
        var first = autograd.grad([loss], inputs, retain_graph: true, create_graph: true);
        var squares = first.Select(gradient => (gradient * gradient).sum()).Aggregate((a, b) => a + b);
        var second = autograd.grad([squares], inputs, allow_unused: true);

        Vectors.AreClose(Vectors.Tensor(expected.GetProperty("y")), y, "y");
        Assert.AreEqual(expected.GetProperty("loss").GetDouble(), loss.ToDouble(), 1e-4);
        Compare(expected.GetProperty("first"), [.. first]);
        Compare(expected.GetProperty("second"), [.. second.Zip(inputs, (gradient, x) => gradient ?? zeros_like(x))]);
    }

    private static List<KeyValuePair<string, Tensor>> Named(JsonElement packed, Func<Tensor, Tensor> make) =>
    [
        .. packed.EnumerateObject()
            .Select(entry => KeyValuePair.Create(entry.Name, make(Vectors.Tensor(entry.Value)))),
    ];

    private static void Compare(JsonElement expected, Tensor[] actual)
    {
        Assert.HasCount(expected.GetArrayLength(), actual);
        foreach (var (index, packed) in expected.EnumerateArray().Index())
            Vectors.AreClose(Vectors.Tensor(packed), actual[index], $"gradient {index}");
    }
}
