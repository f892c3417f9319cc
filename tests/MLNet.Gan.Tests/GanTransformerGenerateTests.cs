using Microsoft.ML;
using Microsoft.ML.Data;
using MLNet.Gan.Tests.Pipelines;

namespace MLNet.Gan.Tests;

[TestClass]
public sealed class GanTransformerGenerateTests
{
    private static readonly MLContext Context = TestData.Context;

    [TestMethod]
    public void Generate_WithEqualSeeds_DrawsEqualSamples()
    {
        TestData.AssertSame(TestData.Read(TestData.Plain.Generate(100, seed: 5)), TestData.Read(TestData.Plain.Generate(100, seed: 5)));
        TestData.AssertSame(TestData.Read(TestData.ByKey.Generate(100, seed: 5)), TestData.Read(TestData.ByKey.Generate(100, seed: 5)));
    }

    [TestMethod]
    public void Generate_WithOtherSeeds_DrawsOtherSamples()
    {
        TestData.AssertDistinct([.. TestData.Read(TestData.Plain.Generate(100, seed: 5)), .. TestData.Read(TestData.Plain.Generate(100, seed: 6))]);
        TestData.AssertDistinct([.. TestData.Read(TestData.ByKey.Generate([0, 1], seed: 5)), .. TestData.Read(TestData.ByKey.Generate([0, 1], seed: 6))]);
    }

    [TestMethod]
    public void Generate_OfNone_IsAnEmptyView()
    {
        foreach (var view in new[] { TestData.Plain.Generate(0), TestData.ByKey.Generate(0), TestData.ByKey.Generate([]) })
        {
            Assert.AreEqual(0, view.GetRowCount());
            Assert.IsEmpty(TestData.Read(view));
        }
    }

    [TestMethod]
    public void Generate_OfFewerThanNone_IsRefused() => Assert.AreEqual(
        "count", Assert.ThrowsExactly<ArgumentOutOfRangeException>(() => TestData.Plain.Generate(-1)).ParamName);

    [TestMethod]
    [DataRow(-1)]
    [DataRow(2)]
    public void Generate_OfAClassThatWasNotTrained_NamesItAndItsPlace(int label)
    {
        var thrown = Assert.ThrowsExactly<ArgumentOutOfRangeException>(() => TestData.ByKey.Generate([0, 1, label]));

        Assert.AreEqual("labels", thrown.ParamName);
        StringAssert.StartsWith(thrown.Message, $"Label 2 is {label}, but there are only 2 classes, 0 to 1.");
    }

    [TestMethod]
    public void Generate_OfClassesByAGeneratorWithout_SaysWhatToDo() => StringAssert.StartsWith(
        Assert.ThrowsExactly<InvalidOperationException>(() => TestData.Plain.Generate([0])).Message,
        "This generator was trained without classes. Use Generate(count, seed), or");

    [TestMethod]
    public void Generate_OfACount_DrawsClassesAsTheDataHadThem()
    {
        var view = TestData.ByKey.Generate(50);

        // Five rows of ten were of each class.
        Assert.AreEqual(25, view.GetColumn<uint>("Label").Count(label => label == 1));
        Assert.AreEqual(25, view.GetColumn<uint>("Label").Count(label => label == 2));
    }

    [TestMethod]
    public void Generate_OfClasses_EqualsTransformOfThemWithTheOptionsSeed()
    {
        var rows = TestData.Rows(100);
        var labels = rows.Select(row => (int)row.Label).ToArray();

        var transformed = TestData.Read(TestData.ByKey.Transform(Context.Data.LoadFromEnumerable(rows)));
        var generated = TestData.Read(TestData.ByKey.Generate(labels, TestData.Options.Seed));

        // One by one or 64 at a time, a matrix product may round differently.
        for (var row = 0; row < rows.Count; row++)
            for (var i = 0; i < 2; i++)
                Assert.AreEqual(transformed[row][i], generated[row][i], 1e-5);
    }

    [TestMethod]
    public void Generate_OfOtherClassesFromTheSameLatents_DrawsOtherSamples()
    {
        var zeros = TestData.Read(TestData.ByNumber.Generate([0, 0, 0]));
        var ones = TestData.Read(TestData.ByNumber.Generate([1, 0, 1]));

        CollectionAssert.AreNotEqual(zeros[0], ones[0]);
        CollectionAssert.AreEqual(zeros[1], ones[1]);
        CollectionAssert.AreNotEqual(zeros[2], ones[2]);
    }

    [TestMethod]
    public void Generate_OfOddBlocks_DrawsEveryRowOnce()
    {
        // The view draws 64 at a time.
        foreach (var count in new[] { 1, 63, 64, 65, 130 })
        {
            var samples = TestData.Read(TestData.Plain.Generate(count));
            Assert.HasCount(count, samples);
            TestData.AssertDistinct(samples);
        }
    }

    [TestMethod]
    public void Generate_AtItsEnd_HasNoPositionAndStaysThere()
    {
        using var cursor = TestData.Plain.Generate(2).CursorOf("Generated");
        Assert.AreEqual(-1, cursor.Position);
        Assert.IsTrue(cursor.MoveNext() && cursor.MoveNext());
        Assert.AreEqual(1, cursor.Position);

        Assert.IsFalse(cursor.MoveNext());

        Assert.AreEqual(-1, cursor.Position);
        Assert.IsFalse(cursor.MoveNext());
    }

    [TestMethod]
    public void Generate_UnderOtherSteps_Works()
    {
        var view = TestData.ByKey.Generate([1, 0, 1], seed: 2);

        var copied = Context.Transforms.CopyColumns("Copy", "Generated").Fit(view).Transform(Context.Data.ShuffleRows(view, seed: 1));

        Assert.HasCount(3, TestData.Read(copied, "Copy"));
        TestData.AssertSame(
            [.. TestData.Read(view).OrderBy(sample => sample[0])], [.. TestData.Read(copied, "Copy").OrderBy(sample => sample[0])]);
    }
}
