namespace MLNet.Gan.Tests.Resampling;

[TestClass]
public sealed class StratifiedFoldsTests
{
    [TestMethod]
    public void Rows_AreDividedByClass_AndEvenly()
    {
        string[] classes = [.. Enumerable.Range(0, 103).Select(row => row % 10 == 0 ? "rare" : "usual")]; // 11 and 92.

        var folds = StratifiedFolds.Assign(classes, null, 5, seed: 1);

        foreach (var fold in Enumerable.Range(0, 5))
        {
            var (all, rare) = (folds.Count(f => f == fold), classes.Where((name, row) => folds[row] == fold && name == "rare").Count());
            Assert.IsTrue(all is 20 or 21 && rare is 2 or 3, $"{all} rows, {rare} rare ones");
        }
    }

    [TestMethod]
    public void Seeds_DivideDifferently_AndEqualOnesEqually()
    {
        string[] classes = [.. Enumerable.Range(0, 60).Select(row => $"{row % 2}")];

        CollectionAssert.AreEqual(StratifiedFolds.Assign(classes, null, 3, 1), StratifiedFolds.Assign(classes, null, 3, 1));
        CollectionAssert.AreNotEqual(StratifiedFolds.Assign(classes, null, 3, 1), StratifiedFolds.Assign(classes, null, 3, 2));
    }

    [TestMethod]
    public void Groups_StayTogether_AndClassesAreStillSpread()
    {
        // 40 groups of 1 to 7 rows; in every fourth one all rows are rare.
        var random = new Random(3);
        var rows = Enumerable.Range(0, 40).SelectMany(group => Enumerable.Repeat((Group: $"{group}", Class: group % 4 == 0 ? "rare" : "usual"), random.Next(1, 8))).ToArray();
        random.Shuffle(rows);

        var folds = StratifiedFolds.Assign([.. rows.Select(row => row.Class)], [.. rows.Select(row => row.Group)], 4, seed: 1);

        Assert.IsTrue(rows.Zip(folds).GroupBy(row => row.First.Group).All(group => group.Select(row => row.Second).Distinct().Count() == 1));
        var rare = rows.Count(row => row.Class == "rare") / 4.0;
        foreach (var fold in Enumerable.Range(0, 4))
            Assert.AreEqual(rare, rows.Where((row, place) => row.Class == "rare" && folds[place] == fold).Count(), 3);
    }
}
