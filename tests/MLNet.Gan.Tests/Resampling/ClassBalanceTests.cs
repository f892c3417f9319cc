namespace MLNet.Gan.Tests.Resampling;

[TestClass]
public sealed class ClassBalanceTests
{
    private static readonly Dictionary<string, int> Counts = new() { ["a"] = 100, ["b"] = 30, ["c"] = 7 };

    [TestMethod]
    public void Equal_FillsUpToTheMostFrequent() => AssertAdds(ClassBalance.Equal, a: 0, b: 70, c: 93);

    [TestMethod]
    public void By_Multiplies_ButNotBeyondTheMostFrequent() => AssertAdds(ClassBalance.By(4), a: 0, b: 70, c: 21);

    [TestMethod]
    public void By_AFraction_IsRounded() => AssertAdds(ClassBalance.By(1.5), a: 0, b: 15, c: 3); // 10.5 is rounded to even: 10.

    [TestMethod]
    public void To_CountsTheRealRows()
    {
        var added = ClassBalance.To(new Dictionary<string, int> { ["c"] = 50 }).RowsToAdd(Counts);

        Assert.AreEqual(43, added["c"]);
        Assert.HasCount(1, added);
    }

    [TestMethod]
    [DataRow("d", 5, "ClassBalance.To names class 'd', which has no training row. The classes are 'a', 'b', 'c'.")]
    [DataRow("b", 29, "ClassBalance.To wants 29 rows of class 'b', which has 30. Rows are added, not removed: give at least 30, or leave rows out before ml.Gan.Augment.")]
    public void To_WhatCannotBe_IsRefused(string name, int count, string message) => Assert.AreEqual(message,
        Assert.ThrowsExactly<InvalidOperationException>(() => ClassBalance.To(new Dictionary<string, int> { [name] = count }).RowsToAdd(Counts)).Message);

    [TestMethod]
    [DataRow(0.9)]
    [DataRow(double.NaN)]
    public void By_LessThanOne_IsRefused(double factor) =>
        Assert.AreEqual("Factor", Assert.ThrowsExactly<ArgumentOutOfRangeException>(() => ClassBalance.By(factor)).ParamName);

    private static void AssertAdds(IClassBalance balance, int a, int b, int c)
    {
        var added = balance.RowsToAdd(Counts);
        Assert.AreEqual((a, b, c), (added["a"], added["b"], added["c"]));
    }
}
