using MLNet.Gan.Metrics;

namespace MLNet.Gan.Tests.Metrics;

[TestClass]
public sealed class RadixSortTests
{
    [TestMethod]
    [DataRow(0)]
    [DataRow(1)]
    [DataRow(99)]
    [DataRow(100)]
    [DataRow(1001)]
    public void Sort_OfNumbersOfAllScales_IsThatOfComparisons(int count)
    {
        var random = new Random(count);
        double[] numbers = [.. Enumerable.Range(0, count).Select(_ => (random.NextDouble() - 0.5) * Math.Pow(10, random.Next(-300, 300)))];

        AssertSorted(numbers);
    }

    [TestMethod]
    public void Sort_OfExtremes_IsThatOfComparisons() => AssertSorted(
    [
        .. Enumerable.Repeat(new[] { 0, double.PositiveInfinity, double.Epsilon, -double.Epsilon, double.MinValue, double.MaxValue, double.NegativeInfinity, 1 }, 20)
            .SelectMany(some => some),
    ]);

    [TestMethod]
    public void Sort_OfNumbersThatDifferInTheirLastDigits_IsThatOfComparisons()
    {
        var random = new Random(1);
        AssertSorted([.. Enumerable.Range(0, 1000).Select(_ => 1 + random.NextDouble() * 1e-9)]);
    }

    [TestMethod]
    public void Sort_OfEqualNumbers_KeepsThem() => AssertSorted([.. Enumerable.Repeat(-2.5, 200)]);

    private static void AssertSorted(double[] numbers)
    {
        double[] expected = [.. numbers.Order()];

        RadixSort.Sort(numbers);

        CollectionAssert.AreEqual(expected, numbers);
    }
}
