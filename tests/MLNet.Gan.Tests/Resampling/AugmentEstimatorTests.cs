using Microsoft.ML;
using Microsoft.ML.Calibrators;
using Microsoft.ML.Data;
using Microsoft.ML.Trainers.FastTree;
using MLNet.Gan.Tests.Support;

namespace MLNet.Gan.Tests.Resampling;

[TestClass]
public sealed class AugmentEstimatorTests
{
    private static readonly MLContext Context = new(seed: 1);
    private static readonly AugmentOptions Options = new() { Method = new Smote(), InputColumnNames = ["Age", "Pressure"] };

    [TestMethod]
    public void Fit_OfATrainer_ReturnsItsOwnTransformer_TrainedOnMoreRows()
    {
        var view = Featurized(Patient.View());
        var options = Options with { InputColumnNames = ["Features"] };

        BinaryPredictionTransformer<CalibratedModelParametersBase<FastTreeBinaryModelParameters, PlattCalibrator>> model =
            Context.Gan.Augment(Tree(), options).Fit(view, out var result);

        Assert.AreEqual((330, 30, 270), (result.RealRows.Values.Sum(), result.RealRows["True"], result.AddedRows["True"]));
        Assert.HasCount(1, result.AddedRows);
        Assert.AreEqual(330, model.Transform(view).GetColumn<bool>("PredictedLabel").Count());
        Assert.AreEqual("Smote added 270 rows to 330: 'True' 270.", result.Summary);
    }

    [TestMethod]
    public void Fit_GivesTheTrainerTheRealRowsAndRowsMadeOfThem()
    {
        var view = Patient.View();
        var seen = new Seen();

        Context.Gan.Augment(seen, Options).Fit(view);

        var real = Rows(view);
        var given = Rows(seen.Input!);
        var added = given.Where(row => !real.Any(other => other.Id == row.Id && other.Age == row.Age)).ToList();
        Assert.HasCount(600, given);
        Assert.IsTrue(real.All(row => given.Any(other => other.Id == row.Id && other.Age == row.Age && other.Smoker == row.Smoker)));
        Assert.IsTrue(added.Count is > 265 and <= 270 && added.All(row => row.Label));
        foreach (var row in added)
        {
            var from = real.Single(other => other.Id == row.Id); // What is no input comes from the base row.
            Assert.AreEqual((from.Clinic, from.Smoker, true), (row.Clinic, row.Smoker, from.Label));
        }
    }

    [TestMethod]
    [DataRow(true)]
    [DataRow(false)]
    public void Fit_OfATrainerThatReadsWhatAddedRowsLack_Warns(bool isInput)
    {
        var (context, warnings) = new Warned();
        var trainer = context.Transforms.Concatenate("Features", "Age", "Pressure").Append(Tree());

        context.Gan.Augment(trainer, new() { Method = Small.Table, InputColumnNames = isInput ? ["Age", "Pressure"] : ["Age"] }).Fit(Patient.View());

        Assert.HasCount(isInput ? 0 : 1, warnings.Where(text => text.StartsWith("The trainer read 'Pressure', of which added rows have no values", StringComparison.Ordinal)));
    }

    [TestMethod]
    public void Pipeline_WithTextAndKeys_IsSaved_Loaded_AndPredictsOne()
    {
        var view = Patient.View();
        var pipeline = Context.Transforms.Categorical.OneHotEncoding("SmokerHot", "Smoker")
            .Append(Context.Transforms.Concatenate("Features", "Age", "Pressure", "SmokerHot"))
            .Append(Context.Transforms.Conversion.MapValueToKey("Class", "Outcome"))
            .Append(Context.MulticlassClassification.Trainers.LightGbm("Class", numberOfIterations: 5, minimumExampleCountPerLeaf: 5))
            .Append(Context.Transforms.Conversion.MapKeyToValue("PredictedLabel"));

        var model = Context.Gan.Augment(pipeline, new()
        {
            LabelColumnName = "Outcome", Method = new SmoteNc(), ExcludedColumnNames = ["Id", "Clinic", "Label"],
        }).Fit(view, out var result);

        Assert.AreEqual((120, 120), (result.AddedRows["ill"], result.RealRows["cured"] + result.AddedRows.GetValueOrDefault("cured") - 30));
        using var engine = Context.Model.CreatePredictionEngine<Patient, Predicted>(model);
        Assert.AreEqual("ill", engine.Predict(new() { Age = 3, Pressure = 3, Smoker = "yes" }).PredictedLabel);
        using var file = new MemoryStream();
        Context.Model.Save(model, view.Schema, file);
        file.Position = 0;
        var loaded = Context.Model.Load(file, out var schema);
        Assert.HasCount(view.Schema.Count, schema);
        CollectionAssert.AreEqual(
            model.Transform(view).GetColumn<string>("PredictedLabel").ToArray(), loaded.Transform(view).GetColumn<string>("PredictedLabel").ToArray());
    }

    [TestMethod]
    public void Estimator_StandsBetweenOthers_AndInCrossValidation()
    {
        var view = Patient.View();
        List<AugmentResult> results = [];
        var pipeline = Context.Transforms.Concatenate("Features", "Age", "Pressure")
            .Append(Context.Gan.Augment(Tree(), Options with { InputColumnNames = ["Features"], Results = new Sync(results.Add) }))
            .Append(Context.Transforms.CopyColumns("Answer", "PredictedLabel"));

        Assert.IsTrue(pipeline.GetOutputSchema(SchemaShapes.Of(view.Schema)).Any(column => column.Name == "Answer"));
        var folds = Context.BinaryClassification.CrossValidate(view, pipeline, numberOfFolds: 3);

        Assert.HasCount(3, folds);
        Assert.HasCount(3, results);
        Assert.AreEqual(330, folds.Sum(fold => fold.ScoredHoldOutSet.GetColumn<bool>("Answer").Count())); // No added row is scored.
        Assert.IsTrue(results.All(result => result.RealRows["True"] + result.AddedRows["True"] == result.RealRows["False"]));
    }

    [TestMethod]
    public void Fit_Twice_GivesTheSameModel()
    {
        var view = Featurized(Patient.View());
        var estimator = Context.Gan.Augment(Tree(), Options with { InputColumnNames = ["Features"] });

        float[] Scores() => [.. estimator.Fit(view).Transform(view).GetColumn<float>("Score")];

        CollectionAssert.AreEqual(Scores(), Scores());
    }

    [TestMethod]
    [DataRow(true)]
    [DataRow(false)]
    public void ClassWeights_AreReadOrRefused(bool areNamed)
    {
        var view = Featurized(Patient.View());
        var trainer = Tree(areNamed ? "Weight" : null);
        var estimator = Context.Gan.Augment(trainer, new() { Method = new ClassWeights() });

        if (!areNamed)
        {
            var message = Assert.ThrowsExactly<InvalidOperationException>(() => estimator.Fit(view)).Message;
            Assert.Contains("exampleWeightColumnName", message);
            Assert.Contains("\"Weight\"", message);
            return;
        }

        var weighted = estimator.Fit(view, out var result);
        Assert.AreEqual(10, result.Weights!["True"], 1e-12); // 300 others for 30.
        Assert.AreEqual("The classes have the weights 'False' 1, 'True' 10.", result.Summary);
        Assert.IsFalse(weighted.Transform(view).Schema.Any(column => column.Name == "Weight"));
        var schema = estimator.GetOutputSchema(SchemaShapes.Of(view.Schema));
        Assert.IsTrue(schema.Any(column => column.Name == "Score") && !schema.Any(column => column.Name == "Weight"));

        // Weights must act: more of the rare class is found than without them.
        int Found(ITransformer model) => model.Transform(view).GetColumn<bool>("PredictedLabel").Count(found => found);
        Assert.IsGreaterThan(Found(Tree().Fit(view)), Found(weighted));
    }

    [TestMethod]
    public void TrainerOfOneRowAfterAnother_LearnsBothClasses()
    {
        var view = Featurized(Patient.View(apart: 3));
        var trainer = Context.BinaryClassification.Trainers.AveragedPerceptron(numberOfIterations: 5);

        var model = Context.Gan.Augment(trainer, Options with { InputColumnNames = ["Features"] }).Fit(view);

        var metrics = Context.BinaryClassification.EvaluateNonCalibrated(model.Transform(view));
        Assert.IsGreaterThan(0.95, metrics.AreaUnderRocCurve);
        Assert.IsGreaterThan(0.9, metrics.PositiveRecall);
        Assert.IsGreaterThan(0.9, metrics.NegativeRecall);
    }

    [TestMethod]
    public void Log_SaysWhatWasDone()
    {
        var context = new MLContext(seed: 1);
        List<string> lines = [];
        context.Log += (_, entry) => lines.Add($"{entry.Source}: {entry.RawMessage}");

        context.Gan.Augment(new Seen(), Options).Fit(Patient.View());

        Assert.Contains("MLNet.Gan; Augmentation: Smote added 270 rows to 330: 'True' 270.", lines);
    }

    [TestMethod]
    public void KeyWithoutRows_IsWarnedOf()
    {
        var (context, warnings) = new Warned();
        var keys = context.Transforms.Conversion.MapValueToKey("Label", "Outcome").Fit(Patient.View()).Transform(Patient.View());
        var two = context.Data.FilterByCustomPredicate<Ended>(keys, row => row.Outcome == "cured");

        context.Gan.Augment(new Seen(), Options).Fit(two);

        CollectionAssert.AreEqual(new[] { "No training row is of 'cured': nothing is added to a class without rows." }, warnings.ToArray());
    }

    [TestMethod]
    public void MethodOfAnotherAssembly_GivesRowsWithItsOwnColumns()
    {
        var seen = new Seen();

        Context.Gan.Augment(seen, Options with { Method = new TwinResampling() }).Fit(Patient.View(), out var result);

        Assert.AreEqual(270, result.AddedRows["True"]);
        var added = Rows(seen.Input!).Where(row => row.Age == -7).ToList();
        Assert.HasCount(270, added);
        Assert.IsTrue(added.All(row => row is { Id: "", Label: true } && float.IsNaN(row.Pressure)));
    }

    internal static IDataView Featurized(IDataView view) =>
        Context.Transforms.Concatenate("Features", "Age", "Pressure").Fit(view).Transform(view);

    internal static FastTreeBinaryTrainer Tree(string? weight = null) => Context.BinaryClassification.Trainers.FastTree(
        exampleWeightColumnName: weight, numberOfTrees: 8, numberOfLeaves: 6, minimumExampleCountPerLeaf: 5);

    private static List<Patient> Rows(IDataView view) => [.. Context.Data.CreateEnumerable<Patient>(view, reuseRowObject: false)];

    /// <summary>A method as another assembly has it: public members alone, and only the columns that it knows.</summary>
    private sealed record TwinResampling : IResampling
    {
        public ResampledRows Resample(ResamplingTask task) => new()
        {
            Method = this,
            Added = task.Context.Data.LoadFromEnumerable(
                Enumerable.Range(0, task.RowsToAdd["True"]).Select(_ => new Twin { Age = -7, Label = true })),
        };

        private sealed class Twin
        {
            public float Age { get; set; }

            public bool Label { get; set; }
        }
    }

    private sealed class Sync(Action<AugmentResult> take) : IProgress<AugmentResult>
    {
        public void Report(AugmentResult value) => take(value);
    }

    private sealed class Ended
    {
        public string Outcome { get; set; } = "";
    }

    private sealed class Predicted
    {
        public string PredictedLabel { get; set; } = "";
    }
}
