using MLNet.Gan;
using MLNet.Gan.Metrics;

namespace MLNet.Gan.Tests.Metrics;

[TestClass]
public sealed class DotProductKernelTests
{
    [TestMethod]
    [DataRow(24)]
    [DataRow(48)]
    public void Add_WhateverTheMachine_AddsTheDotProducts(int width)
    {
        // On a machine without such vectors .NET puts two or four of its own together. Whole numbers make no rounding.
        const int depth = 3, stride = 50;
        float[] a = [.. Enumerable.Range(1, depth * width)], b = [.. Enumerable.Range(7, depth * width)];
        var sums = new float[4 * stride];
        Array.Fill(sums, 5);

        // The four rows from the fifth of a panel on.
        if (width == 24)
            DotProductKernel.Add256(ref a[4], ref b[0], depth, ref sums[0], stride);
        else
            DotProductKernel.Add512(ref a[4], ref b[0], depth, ref sums[0], stride);

        for (var i = 0; i < sums.Length; i++)
        {
            var (row, column) = (i / stride, i % stride);
            var expected = column >= width ? 5
                : 5 + Enumerable.Range(0, depth).Sum(k => a[k * width + 4 + row] * b[k * width + column]);
            Assert.AreEqual(expected, sums[i], $"Row {row}, column {column}.");
        }
    }
}
