using MLNet.Gan.Tests.Support;

namespace MLNet.Gan.Tests.Explicit;

/// <summary>Managed code computes what libtorch's operators do, which it replaces on the CPU.</summary>
[TestClass]
public sealed class FusedTests
{
    private static readonly Generator Random = new(5);

    [TestMethod]
    [DataRow(1, 0.2)]
    [DataRow(7, 0.2)]
    [DataRow(8, 0)]
    [DataRow(130, 0.2)]
    [DataRow(130, 1)]
    public void AddAndRectify_IsTheLayerOfLibtorch(int width, double slope)
    {
        using var scope = NewDisposeScope();
        var (values, bias) = (Normal(5, width), Normal(width));
        var expected = nn.functional.leaky_relu(values + bias, slope);

        AssertTensor.AreClose(expected, Fused.AddAndRectify(values.clone(), bias, slope), 0);
        AssertTensor.AreClose(expected, Fused.AddAndRectify(Strided(values), bias, slope), 0);
    }

    [TestMethod]
    [DataRow(1, 0.2)]
    [DataRow(7, 0)]
    [DataRow(130, 0.2)]
    [DataRow(130, 1)]
    public void PullThroughRectifier_IsItsDerivative(int width, double slope)
    {
        using var scope = NewDisposeScope();
        var (gradients, outputs) = (Normal(5, width), Normal(5, width));
        if (slope == 0)
            outputs = outputs.relu();
        var sides = where(outputs > 0, ones(1), full([1], slope));

        AssertTensor.AreClose(gradients * sides, Fused.PullThroughRectifier(gradients.clone(), outputs, slope), 0);
        AssertTensor.AreClose(gradients * sides, Fused.PullThroughRectifier(Strided(gradients), outputs, slope), 0);
        AssertTensor.AreClose(gradients[..1] * sides, Fused.PullThroughRectifier(gradients[..1], outputs, slope), 0);
        AssertTensor.AreClose(gradients[..1] * sides, Fused.PullThroughRectifier(gradients[..1], Strided(outputs), slope), 0);
    }

    [TestMethod]
    public void Weighted_MultipliesEachRow_AndAddsToSome()
    {
        using var scope = NewDisposeScope();
        var (rows, weights, added) = (Normal(5, 11), Normal(5), Normal(2, 11));
        var expected = rows * weights.unsqueeze(1);
        AssertTensor.AreClose(expected, Fused.Weighted(rows, weights, null, default), 0);

        expected[2..4] += added;

        AssertTensor.AreClose(expected, Fused.Weighted(rows, weights, added, new(2, 2)), 1e-6);
        AssertTensor.AreClose(expected, Fused.Weighted(Strided(rows), weights, added, new(2, 2)), 1e-6);
    }

    [TestMethod]
    public void AddColumnSums_AddsThem()
    {
        using var scope = NewDisposeScope();
        var (sums, rows) = (Normal(11), Normal(5, 11));
        var expected = sums + rows.sum(dim: 0);
        var ofRow = sums.clone().unsqueeze(0);

        Fused.AddColumnSums(sums, rows);
        Fused.AddColumnSums(ofRow, Strided(rows));

        AssertTensor.AreClose(expected, sums, 1e-6);
        AssertTensor.AreClose(expected.unsqueeze(0), ofRow, 1e-6);
    }

    [TestMethod]
    [DataRow(0.0)]
    [DataRow(0.9)]
    public void Adam_InManagedCode_IsThatOfLibtorch(double beta1)
    {
        using var scope = NewDisposeScope();
        var start = Normal(37);
        var (managed, native) = (start.clone(), Strided(start.unsqueeze(0))[0]);
        using var one = new Adam { Beta1 = beta1 }.CreateState(managed);
        using var other = new Adam { Beta1 = beta1 }.CreateState(native);

        for (var update = 0; update < 5; update++)
        {
            var gradient = Normal(37);
            one.Update(gradient, 0.01);
            other.Update(gradient, 0.01);
        }

        Assert.IsFalse(native.is_contiguous());
        AssertTensor.AreClose(native.contiguous(), managed, 1e-6);
        foreach (var (state, same) in one.StateTensors.Zip(other.StateTensors))
            AssertTensor.AreClose(same.contiguous(), state, 1e-6);
    }

    private static Tensor Normal(params long[] shape) => randn(shape, generator: Random);

    /// <summary>The same numbers, but not one behind the other.</summary>
    private static Tensor Strided(Tensor rows) => stack([rows, rows], dim: -1).select(-1, 0);
}
