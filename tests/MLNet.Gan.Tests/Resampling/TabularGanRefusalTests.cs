using Microsoft.ML;
using Microsoft.ML.Data;
using MLNet.Gan.Tests.Support;

namespace MLNet.Gan.Tests.Resampling;

/// <summary>What ends a resampling by a GAN of tables, and what is said then.</summary>
[TestClass]
public sealed class TabularGanRefusalTests
{
    private const string Excluded = "columns that the classifier does not need are left out by AugmentOptions.ExcludedColumnNames.";

    private static readonly MLContext Context = new(seed: 1);

    [TestMethod]
    public void Identifiers_AreRefused_WithWhatToDo()
    {
        var message = Problem(Small.Table, Task("Id", "Age"));

        Assert.StartsWith("TabularGanResampling cannot learn the training rows. Column 'Id' has 330 different values in 330 rows", message);
        Assert.EndsWith(Excluded, message);
    }

    [TestMethod]
    public void ColumnOfATypeThatNoTableHas_IsRefused_WithWhatToDo()
    {
        var view = Context.Transforms.Text.TokenizeIntoWords("Words", "Clinic").Fit(Patient.View()).Transform(Patient.View());

        var message = Problem(Small.Table, Task("Words", "Age") with { Rows = view });

        Assert.Contains("Column 'Words' is of type Vector<String>", message);
        Assert.EndsWith(Excluded, message);
    }

    [TestMethod]
    public void InfiniteValue_IsRefused_WithItsRowAndColumn()
    {
        var rows = Patient.Some(60, 1, 1);
        rows[7].Age = float.PositiveInfinity;

        var message = Problem(Small.Table, Task("Age") with { Rows = Resampled.View(rows) });

        Assert.Contains("Row 7 of column 'Age'", message);
        Assert.EndsWith(Excluded, message);
    }

    [TestMethod]
    public void OptionsThatDoNotFit_AreRefused_WithoutAdviceOnColumns()
    {
        var message = Problem(Small.Table with { Options = Small.Options with { Regularizers = [new AuxiliaryClassifier()] } }, Task("Age"));

        Assert.Contains("AuxiliaryClassifier", message);
        Assert.DoesNotContain("ExcludedColumnNames", message);
    }

    [TestMethod]
    public void NoInputs_AreRefused()
    {
        Assert.StartsWith("TabularGanResampling has no input column", Problem(Small.Table, Task("Age") with { InputColumnNames = [] }));
        Assert.Contains("Could not find input column 'Weight'",
            Assert.ThrowsExactly<ArgumentOutOfRangeException>(() => Small.Table.Resample(Task("Weight"))).Message);
    }

    [TestMethod]
    public void Encoding_IsThatOfTheUser()
    {
        var method = Encoded(new() { WithoutColumns = ["Pressure", "Id"], Columns = [new() { Name = "Age", Decimals = 1, Minimum = 0 }, new() { Name = "Clinic", MaximumCategories = 5 }] });

        var added = method.Rows(Task("Age", "Pressure"));

        CollectionAssert.AreEqual(new[] { "Age", "Label" }, added.Schema.Select(column => column.Name).ToArray());
        Assert.IsTrue(added.GetColumn<float>("Age").All(age => age >= 0 && MathF.Round(age, 1) == age));
    }

    [TestMethod]
    public void Encoding_ThatDoesNotFitTheRows_IsRefused()
    {
        Assert.StartsWith("WithoutColumns has the label column 'Label'", Problem(Encoded(new() { WithoutColumns = ["Label"] }), Task("Age")));
        Assert.Contains("Could not find input column 'Aeg'. Set WithoutColumns to one of 'Id'",
            Assert.ThrowsExactly<ArgumentOutOfRangeException>(() => Encoded(new() { WithoutColumns = ["Aeg"] }).Resample(Task("Age"))).Message);
        Assert.Contains("Could not find input column 'Aeg'. Set Columns to one of 'Id'",
            Assert.ThrowsExactly<ArgumentOutOfRangeException>(() => Encoded(new() { Columns = [new() { Name = "Aeg" }] }).Resample(Task("Age"))).Message);
    }

    [TestMethod]
    public void FailedTraining_IsAnErrorOfTheMethod_ThatNamesTheClass()
    {
        var message = Problem(Failing, Task("Age"));

        Assert.StartsWith("TabularGanResampling made no rows of class 'True', since its training failed. Training stopped at step 50: It is over.", message);
    }

    [TestMethod]
    public void FailedTraining_LeavesACandidateOut()
    {
        var result = Compared(Failing);

        Assert.IsEmpty(result.AddedRows);
        Assert.Contains("| TabularGanResampling | not tried: TabularGanResampling made no rows of class 'True', since its training failed.", result.ToString());
    }

    [TestMethod]
    public void RefusedColumn_LeavesACandidateOut_InOneLineOfTheTable()
    {
        var result = Compared(Small.Table, "Id", "Age");

        var line = result.Comparison!.Table.Split('\n').Single(line => line.StartsWith("| TabularGan", StringComparison.Ordinal));
        Assert.EndsWith($"{Excluded} | | |", line);
    }

    [TestMethod]
    public void Canceled_EndsBeforeOrInTheTraining_AtOnce()
    {
        using var task = new CancellationTokenSource();
        using var run = new CancellationTokenSource();
        var seen = 0L;
        var method = Small.Table with
        {
            Options = Small.Options with { Steps = 100_000_000 },
            Run = Small.Run with { Guard = new() { Monitors = [new SpyMonitor(report => { seen = report.Step; task.Cancel(); })] } },
        };

        Assert.AreEqual(task.Token, Assert.ThrowsExactly<OperationCanceledException>(() => method.Resample(Task("Age") with { CancellationToken = task.Token })).CancellationToken);
        Assert.AreEqual(50, seen);

        run.Cancel();
        Assert.ThrowsExactly<OperationCanceledException>(() => (Small.Table with { Run = Small.Run with { CancellationToken = run.Token } }).Resample(Task("Age")));
        Assert.ThrowsExactly<OperationCanceledException>(() => Small.Table.Resample(Task("Age") with { CancellationToken = task.Token }));
    }

    private static TabularGanResampling Failing => Small.Table with
    {
        Options = Small.Options with { Steps = 200 },
        Run = Small.Run with { Guard = new() { Monitors = [new SpyMonitor(report => new Finding(report.Step, "It is over.", IsFatal: true))] } },
    };

    private static AugmentResult Compared(TabularGanResampling method, params string[] inputs)
    {
        var options = new AugmentOptions
        {
            Method = new AutoResampling { Candidates = [method], Repeats = 1, Folds = 2 }, InputColumnNames = inputs.Length > 0 ? inputs : ["Age", "Pressure"],
        };
        var pipeline = Context.Transforms.Concatenate("Features", "Age", "Pressure").Append(AugmentEstimatorTests.Tree());
        Context.Gan.Augment(pipeline, options).Fit(Patient.View(), out var result);
        return result;
    }

    private static TabularGanResampling Encoded(TableEncodingOptions encoding) => Small.Table with { Options = Small.Options with { Encoding = encoding } };

    private static ResamplingTask Task(params string[] inputs) => Resampled.Task(Patient.View(), 9, inputs: inputs);

    private static string Problem(TabularGanResampling method, ResamplingTask task) =>
        Assert.ThrowsExactly<InvalidOperationException>(() => method.Resample(task)).Message;
}
