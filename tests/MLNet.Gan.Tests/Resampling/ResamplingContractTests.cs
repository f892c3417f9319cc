using Microsoft.ML;
using Microsoft.ML.Data;
using MLNet.Gan.Tests.Support;

namespace MLNet.Gan.Tests.Resampling;

/// <summary>What every method of resampling does.</summary>
[TestClass]
public sealed class ResamplingContractTests
{
    public static IEnumerable<object[]> Methods => Implementations.Of<IResampling>().Where(method => method[0] is not AutoResampling);

    [TestMethod]
    public void Methods_AreFound() => Assert.HasCount(5, Methods.ToList());

    [TestMethod]
    [DynamicData(nameof(Methods))]
    public void Resample_GivesTheWantedRows_OfTheirClasses_OrNone(IResampling method)
    {
        var rows = Rows();

        var result = method.Resample(Task(rows, ("a", 7), ("b", 4)));

        Assert.AreEqual(method, result.Method);
        if (result.Added is not { } added)
            return;
        Assert.AreSame(rows.Schema, added.Schema);
        Assert.AreEqual(11, added.GetRowCount());
        CollectionAssert.AreEqual(
            Enumerable.Repeat("a", 7).Concat(Enumerable.Repeat("b", 4)).ToArray(), added.GetColumn<string>("Label").ToArray());
    }

    [TestMethod]
    [DynamicData(nameof(Methods))]
    public void Resample_OfNothing_AddsNothing(IResampling method)
    {
        var result = method.Resample(Task(Rows(), ("a", 0)));

        Assert.IsNull(result.Added);
        Assert.IsTrue(result.Weights is null || result.Weights.Values.All(weight => weight == 1));
    }

    [TestMethod]
    [DynamicData(nameof(Methods))]
    public void Resample_Twice_GivesTheSame(IResampling method)
    {
        var task = Task(Rows(), ("a", 9), ("b", 9));
        string Text(ResampledRows rows) => rows.Added is { } added
            ? string.Join(';', new MLContext().Data.CreateEnumerable<PlainRow>(added, reuseRowObject: false).Select(row => $"{row.X} {row.Label}"))
            : string.Join(';', rows.Weights ?? new Dictionary<string, double>());

        Assert.AreEqual(Text(method.Resample(task)), Text(method.Resample(task)));
    }

    [TestMethod]
    [DynamicData(nameof(Methods))]
    public void Resample_OfNull_IsRefused(IResampling method)
    {
        if (method is not NoResampling)
            Assert.AreEqual("task", Assert.ThrowsExactly<ArgumentNullException>(() => method.Resample(null!)).ParamName);
    }

    [TestMethod]
    public void Rows_AreReadByManyCursorsAtOnce()
    {
        var added = new Smote().Rows(Task(Rows(), ("a", 500)));
        var expected = added.GetColumn<float>("X").ToArray();

        var read = Enumerable.Range(0, 8).AsParallel().WithDegreeOfParallelism(8).Select(_ => added.GetColumn<float>("X").ToArray()).ToList();

        Assert.IsTrue(read.All(values => values.SequenceEqual(expected)));
    }

    [TestMethod]
    public void Class_WithoutRows_IsRefused()
    {
        var message = Assert.ThrowsExactly<InvalidOperationException>(() => new RandomOversampling().Resample(Task(Rows(), ("c", 3)))).Message;

        Assert.AreEqual("Class 'c' has no training row, and its rows cannot be made of nothing. The classes are 'a', 'b'.", message);
    }

    [TestMethod]
    public void RandomOversampling_CopiesRowsOfTheClass_WithTheSameProbability()
    {
        var copies = new RandomOversampling().Rows(Task(Rows(), ("a", 4_000))).GetColumn<float>("X").CountBy(x => x).ToDictionary();

        Assert.HasCount(10, copies); // Rows 0 to 9 are of class "a".
        foreach (var x in Enumerable.Range(0, 10))
            Assert.AreEqual(400, copies[x], 4 * Math.Sqrt(360)); // Four standard deviations of a binomial.
    }

    [TestMethod]
    public void ClassWeights_AreWhatCopiesWouldWeigh()
    {
        var weights = new ClassWeights().Resample(Task(Rows(), ("a", 20))).Weights!;

        Assert.AreEqual((3.0, 1.0), (weights["a"], weights["b"])); // (10 + 20) / 10 and (8 + 0) / 8.
    }

    [TestMethod]
    public void ClassWeights_WithSuchAColumn_AreRefused()
    {
        var message = Assert.ThrowsExactly<InvalidOperationException>(
            () => new ClassWeights { ColumnName = "X" }.Resample(Task(Rows(), ("a", 2)))).Message;

        Assert.StartsWith("The training rows already have a column 'X'. Set ClassWeights.ColumnName", message);
    }

    private static IDataView Rows() => Resampled.View(Enumerable.Range(0, 18).Select(row => new PlainRow { X = row, Label = row < 10 ? "a" : "b" }));

    private static ResamplingTask Task(IDataView rows, params (string Class, int Count)[] wanted) =>
        Resampled.Task(rows, 0) with { RowsToAdd = wanted.ToDictionary(one => one.Class, one => one.Count) };

    private sealed class PlainRow
    {
        public float X { get; set; }

        public string Label { get; set; } = "";
    }
}
