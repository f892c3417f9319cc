using Microsoft.ML;
using Microsoft.ML.Data;

namespace MLNet.Gan.Tests.Resampling;

[TestClass]
public sealed class TabularGanResamplingTests
{
    private static readonly MLContext Context = new(seed: 1);

    [TestMethod]
    [DataRow("Label", "True", "False")]
    [DataRow("Outcome", "ill", "cured")]
    public void Resample_GivesTheWantedRows_OfTheirClasses(string label, string rare, string other)
    {
        var task = Task(Patient.View(), label, (rare, 7), (other, 600)); // More than the rows that are generated at once.

        var result = Small.Table.Resample(task);

        Assert.AreEqual(Small.Table, result.Method);
        Assert.AreEqual(607, result.Added!.GetRowCount());
        CollectionAssert.AreEqual(
            Enumerable.Repeat(other, 600).Concat(Enumerable.Repeat(rare, 7)).ToArray(), ClassLabels.Read(result.Added, label, default).Classes.ToArray());
    }

    [TestMethod]
    public void Resample_GivesRowsOfTheTypesOfTheTrainingRows()
    {
        var view = Context.Transforms.Concatenate("Both", "Age", "Pressure").Append(Context.Transforms.Conversion.MapValueToKey("Key", "Outcome"))
            .Append(Context.Transforms.Conversion.ConvertType("Wide", "Age", DataKind.Double)).Fit(Patient.View()).Transform(Patient.View());

        var added = Small.Table.Rows(Task(view, "Key", ["Both", "Wide", "Smoker"], ("ill", 40)));

        string[] expected = ["Both", "Wide", "Smoker", "Key"];
        CollectionAssert.AreEqual(
            expected.Select(name => $"{name} {view.Schema[name].Type}").ToArray(), added.Schema.Select(column => $"{column.Name} {column.Type}").ToArray());
        CollectionAssert.AreEqual(LabelNames.Of(view.Schema["Key"]).ToArray(), LabelNames.Of(added.Schema["Key"]).ToArray());
        CollectionAssert.AreEqual(SlotNames.Of(view.Schema["Both"]).ToArray(), SlotNames.Of(added.Schema["Both"]).ToArray());
        var ill = (uint)LabelNames.Of(view.Schema["Key"]).ToList().IndexOf("ill") + 1;
        Assert.IsTrue(added.GetColumn<uint>("Key").All(key => key == ill));
        Assert.IsTrue(added.GetColumn<string>("Smoker").All(text => text is "yes" or "no"));
    }

    [TestMethod]
    public void Resample_OfKeysWithoutNames_GivesTheirNumbers()
    {
        var added = Small.Table.Rows(Task(Wave.View(40), "Label", ["Features"], ("2", 3)));

        CollectionAssert.AreEqual(new uint[] { 2, 2, 2 }, added.GetColumn<uint>("Label").ToArray());
        Assert.AreEqual(256, ((VectorDataViewType)added.Schema["Features"].Type).Size);
    }

    [TestMethod]
    public void Resample_OfKeysOfNumbers_GivesTheirKeys()
    {
        // The values of the keys are 2.5, 1.5 and 0.5; classes are named by the keys, since the values are no text.
        var rows = Resampled.View(Enumerable.Range(0, 60).Select(row => new Numbered { X = row, Label = 2.5f - row % 3 }));
        var view = Context.Transforms.Conversion.MapValueToKey("Label").Fit(rows).Transform(rows);

        var added = Small.Table.Rows(Task(view, "Label", ["X"], ("3", 3)));

        CollectionAssert.AreEqual(new uint[] { 3, 3, 3 }, added.GetColumn<uint>("Label").ToArray());
    }

    [TestMethod]
    public void Resample_OfMissingValues_LearnsThem()
    {
        var rows = Patient.Some(330, 1.5, 1);
        foreach (var (place, row) in rows.Index())
            row.Age = place % 2 == 0 ? float.NaN : row.Age;

        var ages = Small.Table.Rows(Task(Resampled.View(rows), "Label", ("True", 400))).GetColumn<float>("Age").ToArray();

        Assert.IsTrue(ages.Any(float.IsNaN) && ages.Any(float.IsFinite));
    }

    [TestMethod]
    public void Resample_OfHundredAndFiftyClasses_GivesEachItsRows()
    {
        var view = Resampled.View(Enumerable.Range(0, 450).Select(row => new Named { X = row % 7, Label = $"class {row % 150}" }));

        var labels = Small.Table.Rows(Task(view, "Label", [.. Enumerable.Range(0, 150).Select(name => ($"class {name}", 2))])).GetColumn<string>("Label");

        var counts = labels.CountBy(name => name).ToDictionary();
        Assert.IsTrue(counts.Count == 150 && counts.Values.All(count => count == 2));
    }

    [TestMethod]
    public void Resample_OfClassesOfOneToThreeRows_GivesTheirRows()
    {
        string Name(int row) => row switch { 0 => "one", < 3 => "two", < 6 => "three", _ => "many" };
        var view = Resampled.View(Enumerable.Range(0, 60).Select(row => new Named { X = row, Label = Name(row) }));

        var added = Small.Table.Rows(Task(view, "Label", ("one", 59), ("two", 58), ("three", 57)));

        CollectionAssert.AreEquivalent(
            new[] { ("one", 59), ("two", 58), ("three", 57) }, added.GetColumn<string>("Label").CountBy(name => name).Select(count => (count.Key, count.Value)).ToArray());
    }

    [TestMethod]
    public void Resample_OfTwentyAmongFiveThousand_GivesTheDifference()
    {
        var view = Resampled.View(Enumerable.Range(0, 5_020).Select(row => new Named { X = row % 251, Label = row % 251 == 7 ? "rare" : "usual" }));

        Context.Gan.Augment(new Seen(), new() { Method = Small.Table }).Fit(view, out var result);

        Assert.AreEqual((20, 5_000, 4_980), (result.RealRows["rare"], result.RealRows["usual"], result.AddedRows["rare"]));
    }

    [TestMethod]
    [DataRow("latent")]
    [DataRow("condition")]
    [DataRow("encoded_rows")]
    public void Label_NamedAsAnInputOfTheFile_IsGenerated(string name)
    {
        var view = Context.Transforms.CopyColumns(name, "Label").Append(Context.Transforms.DropColumns("Label")).Fit(Patient.View()).Transform(Patient.View());

        var added = Small.Table.Rows(Task(view, name, ["Age", "Smoker"], ("True", 5)));

        Assert.IsTrue(added.GetColumn<bool>(name).SequenceEqual(Enumerable.Repeat(true, 5)));
    }

    [TestMethod]
    public void Resample_IsDecidedByTheSeedOfTheTask()
    {
        var task = Task(Patient.View(), "Label", ("True", 30), ("False", 30));
        float[] Ages(TabularGanResampling method, int seed) => [.. method.Rows(task with { Seed = seed }).GetColumn<float>("Age")];

        var first = Ages(Small.Table, 3);

        CollectionAssert.AreEqual(first, Ages(Small.Table with { Options = Small.Options with { Seed = 9 } }, 3));
        CollectionAssert.AreNotEqual(first, Ages(Small.Table, 4));
        CollectionAssert.AreNotEqual(first[..30], first[30..]); // Not the same latents for each class.
    }

    [TestMethod]
    public void Rows_AreReadByManyCursorsAtOnce()
    {
        var added = Small.Table.Rows(Task(Patient.View(), "Label", ("True", 700)));
        var expected = added.GetColumn<float>("Age").ToArray();

        var read = Enumerable.Range(0, 8).AsParallel().WithDegreeOfParallelism(8).Select(_ => added.GetColumn<float>("Age").ToArray()).ToList();

        Assert.IsTrue(read.TrueForAll(values => values.SequenceEqual(expected)));
    }

    [TestMethod]
    public void Resample_OfNothing_TrainsNothing()
    {
        var task = Task(Patient.View(), "Label", ("True", 0)) with { InputColumnNames = ["Id"] };

        Assert.IsNull(Small.Table.Resample(task).Added);
        Assert.AreEqual("task", Assert.ThrowsExactly<ArgumentNullException>(() => Small.Table.Resample(null!)).ParamName);
    }

    [TestMethod]
    public void Augment_TrainsAClassifierOnRowsWithMissingValues()
    {
        var rows = Patient.Some(330, 1.5, 1);
        foreach (var (place, row) in rows.Index())
            row.Age = place % 5 == 0 ? float.NaN : row.Age;
        var pipeline = Context.Transforms.Concatenate("Features", "Age", "Pressure").Append(AugmentEstimatorTests.Tree());
        var options = new AugmentOptions { Method = Small.Table, InputColumnNames = ["Age", "Pressure"] };

        var model = Context.Gan.Augment(pipeline, options).Fit(Resampled.View(rows), out var result);

        Assert.AreEqual("TabularGanResampling added 270 rows to 330: 'True' 270.", result.Summary);
        Assert.AreEqual(330, model.Transform(Resampled.View(rows)).GetColumn<bool>("PredictedLabel").Count());
    }

    private static ResamplingTask Task(IDataView rows, string label, params (string Class, int Count)[] wanted) =>
        Task(rows, label, [.. rows.Schema.Select(column => column.Name).Except([label, "Id", "Label", "Outcome"])], wanted);

    private static ResamplingTask Task(IDataView rows, string label, string[] inputs, params (string Class, int Count)[] wanted) =>
        Resampled.Task(rows, 0, label: label, inputs: inputs) with { RowsToAdd = wanted.ToDictionary(one => one.Class, one => one.Count) };

    private sealed class Numbered
    {
        public float X { get; set; }

        public float Label { get; set; }
    }

    private sealed class Named
    {
        public float X { get; set; }

        public string Label { get; set; } = "";
    }
}
