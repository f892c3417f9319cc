namespace MLNet.Gan.Tests.Support;

/// <summary>Compares tensors with numbers, to both sides.</summary>
internal static class AssertTensor
{
    public static void AreClose(double expected, Tensor actual, double tolerance = 1e-5) =>
        Assert.AreEqual(expected, actual.ToDouble(), tolerance);

    public static void AreClose(double[] expected, Tensor actual, double tolerance = 1e-5)
    {
        var values = Values(actual);
        Assert.HasCount(expected.Length, values);
        for (var i = 0; i < values.Length; i++)
            Assert.AreEqual(expected[i], values[i], tolerance, $"at {i}");
    }

    public static void AreClose(Tensor expected, Tensor actual, double tolerance = 1e-5)
    {
        CollectionAssert.AreEqual(expected.shape, actual.shape);
        AreClose(Values(expected), actual, tolerance);
    }

    public static void IsFinite(Tensor actual, string message = "") =>
        Assert.IsTrue(actual.isfinite().all().ToBoolean(), $"Not all values are finite. {message}");

    /// <summary>The values in order, in double precision.</summary>
    public static double[] Values(Tensor tensor)
    {
        using var scope = NewDisposeScope();
        return tensor.detach().@double().flatten(0).contiguous().data<double>().ToArray();
    }
}
