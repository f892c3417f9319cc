using System.Runtime.Intrinsics;
using MLNet.Gan.Metrics;

namespace MLNet.Gan.Tests.Metrics;

[TestClass]
public sealed class ProductKernelTests
{
    // On a machine without such vectors .NET puts two or four of its own together. Whole numbers make no rounding.
    private const int Depth = 3, Stride = 50, Start = 5;

    [TestMethod]
    public void Add256_OfFloatsOutOfAPanel_AddsTheProducts() => AssertAdds(
        width: 24, next: 24, first: 4, (a, b, sums) =>
            ProductKernel<float>.Add256(ref a[4], 24, ref b[0], Depth, ref sums[0], Stride));

    [TestMethod]
    public void Add512_OfFloatsOutOfAPanel_AddsTheProducts() => AssertAdds(
        width: 48, next: 48, first: 4, (a, b, sums) =>
            ProductKernel<float>.Add512(ref a[4], 48, ref b[0], Depth, ref sums[0], Stride));

    [TestMethod]
    public void Add256_OfDoubles_AddsTheProducts() => AssertAdds(
        width: 12, next: 4, first: 0, (a, b, sums) => OfDoubles(a, b, sums, (x, y, z) =>
            ProductKernel<double>.Add256(ref x[0], 4, ref y[0], Depth, ref z[0], Stride)));

    [TestMethod]
    public void Add512_OfDoubles_AddsTheProducts() => AssertAdds(
        width: 24, next: 4, first: 0, (a, b, sums) => OfDoubles(a, b, sums, (x, y, z) =>
            ProductKernel<double>.Add512(ref x[0], 4, ref y[0], Depth, ref z[0], Stride)));

    [TestMethod]
    public void Width_IsThreeVectorsOfThisMachine()
    {
        var bits = Vector512.IsHardwareAccelerated ? 512 : 256;

        Assert.AreEqual((3 * bits / 64, 3 * bits / 32), (ProductKernel<double>.Width, ProductKernel<float>.Width));
    }

    private static void AssertAdds(int width, int next, int first, Action<float[], float[], float[]> add)
    {
        float[] a = [.. Enumerable.Range(1, Depth * next)], b = [.. Enumerable.Range(7, Depth * width)];
        var sums = new float[4 * Stride];
        Array.Fill(sums, Start);

        add(a, b, sums);

        for (var i = 0; i < sums.Length; i++)
        {
            var (row, column) = (i / Stride, i % Stride);
            var expected = column >= width ? Start
                : Start + Enumerable.Range(0, Depth).Sum(k => a[k * next + first + row] * b[k * width + column]);
            Assert.AreEqual(expected, sums[i], $"Row {row}, column {column}.");
        }
    }

    private static void OfDoubles(
        float[] a, float[] b, float[] sums, Action<double[], double[], double[]> add)
    {
        var found = Array.ConvertAll(sums, x => (double)x);
        add(Array.ConvertAll(a, x => (double)x), Array.ConvertAll(b, x => (double)x), found);
        Array.ConvertAll(found, x => (float)x).CopyTo(sums, 0);
    }
}
