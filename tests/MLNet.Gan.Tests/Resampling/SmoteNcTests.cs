using Microsoft.ML;
using Microsoft.ML.Data;

namespace MLNet.Gan.Tests.Resampling;

[TestClass]
public sealed class SmoteNcTests
{
    private static readonly MLContext Context = new(seed: 1);

    [TestMethod]
    public void KeysTextsAndBooleans_AreCategories_ThatOccurAmongNeighbors()
    {
        var view = Keyed(Rows(row => row % 2 == 0 ? "even" : "odd"));

        var made = new SmoteNc { NeighborCount = 3 }.Rows(Resampled.Task(view, 60, inputs: ["A", "Kind", "Key", "Flag"]));

        CollectionAssert.AreEquivalent(new[] { "even", "odd" }, made.GetColumn<string>("Kind").Distinct().ToArray());
        CollectionAssert.AreEqual(LabelNames.Of(view.Schema["Key"]).ToArray(), LabelNames.Of(made.Schema["Key"]).ToArray());
        foreach (var (kind, key) in made.GetColumn<string>("Kind").Zip(made.GetColumn<uint>("Key")))
            Assert.AreEqual(kind == "even" ? 1u : 2u, key, "Three neighbors have no ties, and equal columns equal votes.");
    }

    [TestMethod]
    public void MissingCategory_IsACategory()
    {
        var view = Keyed(Rows(row => row == 3 ? "x" : ""));

        var made = new SmoteNc { NeighborCount = 3 }.Rows(Resampled.Task(view, 30, inputs: ["A", "Kind"]));

        Assert.IsTrue(made.GetColumn<string>("Kind").All(kind => kind.Length == 0));
    }

    [TestMethod]
    public void NumbersAlone_GiveTheRowsOfSmote()
    {
        var task = Resampled.Task(Resampled.View(Rows(_ => "a")), 30, inputs: ["A", "B"]);

        CollectionAssert.AreEqual(
            new Smote().Rows(task).GetColumn<double>("A").ToArray(), new SmoteNc().Rows(task).GetColumn<double>("A").ToArray());
    }

    [TestMethod]
    public void ConstantNumbers_StillVote()
    {
        // The median deviation is 0 and so is the penalty: neighbors are the first rows, whose categories win.
        var view = Resampled.View(Enumerable.Range(0, 8).Select(row => new MixedRow { Label = true, A = 1, Kind = row < 6 ? "a" : "b" }));

        var made = new SmoteNc { NeighborCount = 3 }.Rows(Resampled.Task(view, 20, inputs: ["A", "Kind"]));

        Assert.IsTrue(made.GetColumn<string>("Kind").All(kind => kind == "a"));
        Assert.IsTrue(made.GetColumn<double>("A").All(value => value == 1));
    }

    [TestMethod]
    public void CategoriesAlone_AreRefused()
    {
        var message = Assert.ThrowsExactly<InvalidOperationException>(
            () => new SmoteNc().Rows(Resampled.Task(Resampled.View(Rows(_ => "a")), 3, inputs: ["Kind", "Flag"]))).Message;

        Assert.StartsWith("None of the input columns ('Flag', 'Kind') is a number", message);
        Assert.Contains("RandomOversampling", message);
    }

    [TestMethod]
    public void PaperPenalty_OfOneDifference_IsTheMedian()
    {
        // Numbers 0, 3, 10, of which the first and the last are "a": m = √(158/9) ≈ 4.19.
        // With p = 1, from 0 it is √(9 + 17.6) = 5.15 to 3 and 10 to 10: 3 is nearest. With p = 3 it is √(9 + 158) = 12.9 to 3: 10 is.
        var rows = Resampled.Of([[0], [3], [10]], [[0], [1], [0]]);
        int Nearest(double penalty) => NearestRows.Of(rows, [0], 1, Math.Pow(penalty * rows.MedianDeviation(), 2))[0][0];

        Assert.AreEqual(Math.Sqrt(158.0 / 9), rows.MedianDeviation(), 1e-12);
        Assert.AreEqual((1, 2), (Nearest(1), Nearest(3)));
    }

    [TestMethod]
    public void CategoryPenalty_BelowZero_IsRefused() =>
        Assert.AreEqual("CategoryPenalty", Assert.ThrowsExactly<ArgumentOutOfRangeException>(() => _ = new SmoteNc { CategoryPenalty = -1 }).ParamName);

    private static IEnumerable<MixedRow> Rows(Func<int, string> kind) => Enumerable.Range(0, 10).Select(row => new MixedRow
    {
        Label = true, A = row, B = row * row, Kind = kind(row), Flag = row > 4,
    });

    private static IDataView Keyed(IEnumerable<MixedRow> rows)
    {
        var view = Resampled.View(rows);
        return Context.Transforms.Conversion.MapValueToKey("Key", "Kind").Fit(view).Transform(view);
    }
}
