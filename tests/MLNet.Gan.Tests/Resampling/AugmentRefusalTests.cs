using Microsoft.ML;

namespace MLNet.Gan.Tests.Resampling;

/// <summary>What ml.Gan.Augment refuses, and what it says then.</summary>
[TestClass]
public sealed class AugmentRefusalTests
{
    private static readonly MLContext Context = new(seed: 1);
    private static readonly AugmentOptions Options = new() { Method = new Smote(), InputColumnNames = ["Age", "Pressure"] };

    [TestMethod]
    public void OneClassOnly_IsRefused()
    {
        var one = Context.Data.FilterByCustomPredicate<Patient>(Patient.View(), row => row.Label);

        Assert.AreEqual("All 300 rows are of class 'False' of column 'Label', but a classifier needs two classes. Add rows of another class.",
            Assert.ThrowsExactly<InvalidOperationException>(() => Context.Gan.Augment(new Seen(), Options).Fit(one)).Message);
    }

    [TestMethod]
    public void RowWithoutAKey_IsRefused_WithTheFilterThatMendsIt()
    {
        var rows = Context.Data.LoadFromEnumerable(Patient.Some(100, 1, 1).Select((patient, row) =>
        {
            patient.Outcome = row == 7 ? "" : patient.Outcome;
            return patient;
        }));
        var keyed = Context.Transforms.Conversion.MapValueToKey("Label", "Outcome").Fit(rows).Transform(rows);
        var options = Options with { Method = new RandomOversampling() };

        var text = Assert.ThrowsExactly<InvalidOperationException>(() => Context.Gan.Augment(new Seen(), options with { LabelColumnName = "Outcome" }).Fit(rows));
        var key = Assert.ThrowsExactly<InvalidOperationException>(() => Context.Gan.Augment(new Seen(), options).Fit(keyed));

        Assert.StartsWith("Row 7 of label column 'Outcome' has no text (a missing value).", text.Message);
        Assert.StartsWith("Row 7 of label column 'Label' has no key (a missing value).", key.Message);
        Assert.Contains("ml.Data.FilterRowsByMissingValues(rows, \"Label\")", key.Message);
        var mended = Context.Data.FilterRowsByMissingValues(keyed, "Label");
        Context.Gan.Augment(new Seen(), options).Fit(mended, out var result);
        Assert.AreEqual(99, result.RealRows.Values.Sum());
    }

    [TestMethod]
    public void NumberAsLabel_IsRefused_InFitAndInGetOutputSchema()
    {
        var estimator = Context.Gan.Augment(new Seen(), Options with { LabelColumnName = "Age" });

        var fit = Assert.ThrowsExactly<ArgumentOutOfRangeException>(() => estimator.Fit(Patient.View())).Message;
        var schema = Assert.ThrowsExactly<ArgumentOutOfRangeException>(() => estimator.GetOutputSchema(SchemaShapes.Of(Patient.View().Schema))).Message;

        Assert.StartsWith("Schema mismatch for label column 'Age': expected Key<UInt32>, String or Boolean, got Single", fit);
        Assert.Contains("MapValueToKey(\"Age\")", fit);
        Assert.AreEqual(fit, schema);
    }

    [TestMethod]
    [DataRow("InputColumnNames")]
    [DataRow("ExcludedColumnNames")]
    [DataRow("SamplingKeyColumnName")]
    public void ColumnThatIsNotThere_IsRefused_WithTheOption(string option)
    {
        var options = option switch
        {
            "InputColumnNames" => Options with { InputColumnNames = ["Nothing"] },
            "ExcludedColumnNames" => Options with { ExcludedColumnNames = ["Nothing"] },
            _ => Options with { SamplingKeyColumnName = "Nothing" },
        };

        var message = Assert.ThrowsExactly<ArgumentOutOfRangeException>(() => Context.Gan.Augment(new Seen(), options).Fit(Patient.View())).Message;

        Assert.Contains("'Nothing'", message);
        Assert.Contains($"Set {option}", message);
    }

    [TestMethod]
    public void BalanceOfFewerRows_IsRefused_WhateverTheMethod() => Assert.StartsWith("-1 rows are to be added to class 'False'.",
        Assert.ThrowsExactly<InvalidOperationException>(
            () => Context.Gan.Augment(new Seen(), new() { Balance = new OneFewer(), Method = new NoResampling() }).Fit(Patient.View())).Message);

    [TestMethod]
    public void Canceled_EndsBeforeTheTraining()
    {
        var seen = new Seen();
        var estimator = Context.Gan.Augment(seen, Options with { CancellationToken = new(canceled: true) });

        Assert.ThrowsExactly<OperationCanceledException>(() => estimator.Fit(Patient.View()));
        Assert.IsNull(seen.Input);
    }

    private sealed record OneFewer : IClassBalance
    {
        public IReadOnlyDictionary<string, int> RowsToAdd(IReadOnlyDictionary<string, int> counts) => counts.ToDictionary(count => count.Key, _ => -1);
    }
}
