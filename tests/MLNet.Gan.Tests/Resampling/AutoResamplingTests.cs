using Microsoft.ML;
using Microsoft.ML.Calibrators;
using Microsoft.ML.Data;
using Microsoft.ML.Trainers.FastTree;

namespace MLNet.Gan.Tests.Resampling;

[TestClass]
public sealed class AutoResamplingTests
{
    private static readonly MLContext Context = new(seed: 1);

    [TestMethod]
    public void Candidate_ThatHelpsBeyondChance_IsChosen()
    {
        // At its own threshold a small forest finds hardly any of one in eleven; with copies it does.
        Fit(new() { Score = new MinorityF1(), Candidates = [new RandomOversampling()] }, out var result, Patient.View(2_200, apart: 0.8));

        var comparison = result.Comparison!;
        var candidate = comparison.Candidates.Single();
        Assert.AreEqual(new RandomOversampling(), result.Method);
        Assert.IsGreaterThan(0, candidate.Difference!.Low);
        Assert.AreEqual(candidate.Mean - comparison.Unchanged, (candidate.Difference.Low + candidate.Difference.High) / 2, 1e-9);
        Assert.AreEqual((5, 3, 0.95), (comparison.Folds, comparison.Repeats, candidate.Difference.Level));
        Assert.StartsWith("RandomOversampling is used: the F1 of the rarest class is 0.", result.Summary);
        Assert.IsTrue(result.AddedRows["True"] > 0);
    }

    [TestMethod]
    public void Candidates_ThatDoNotHelp_LeaveTheRowsAsTheyAre()
    {
        // The class cannot be told from the columns: nothing can help.
        Fit(new(), out var result, Patient.View(apart: 0));

        Assert.AreEqual(new NoResampling(), result.Method);
        Assert.IsEmpty(result.AddedRows);
        Assert.StartsWith("The rows are used as they are: no candidate is better than their average precision of 0.", result.Summary);
        Assert.IsTrue(result.Comparison!.Candidates.All(candidate => candidate.Difference is null or { Low: <= 0 }));
    }

    [TestMethod]
    public void HarmfulCandidate_IsNotChosen_AndItsIntervalIsBelow()
    {
        Fit(new() { Candidates = [new WrongLabels()], Score = new MinorityF1() }, out var result, Patient.View(660, apart: 3));

        Assert.AreEqual(new NoResampling(), result.Method);
        Assert.IsLessThan(0, result.Comparison!.Candidates.Single().Difference!.High);
    }

    [TestMethod]
    public void Candidates_AreComparedWithoutLeakage()
    {
        // A method that copies rows of the task with their identifiers; a trainer that knows every row it saw.
        var knowing = new Remembering();
        var options = new AugmentOptions { Method = new AutoResampling { Candidates = [new RandomOversampling()], Score = new MinorityF1(), Repeats = 2 }, InputColumnNames = ["Age"] };

        Context.Gan.Augment(knowing, options).Fit(Patient.View(), out var result);

        Assert.HasCount(20, knowing.Fits[..^1]); // Two methods, five folds, twice; and the last training.
        Assert.IsTrue(knowing.Seen.All(seen => !seen), "A held-out row, or a copy of one, was trained on.");
        Assert.AreEqual(330 * 2 * 2, knowing.Seen.Count);
        Assert.AreEqual(0, result.Comparison!.Unchanged); // Remembering what was not seen finds nothing.
    }

    [TestMethod]
    public void Groups_AreNotDivided()
    {
        var knowing = new Remembering { Column = "Clinic" };
        var options = new AugmentOptions
        {
            Method = new AutoResampling { Candidates = [new RandomOversampling()], Score = new MinorityF1() }, InputColumnNames = ["Age"],
            SamplingKeyColumnName = "Clinic",
        };

        Context.Gan.Augment(knowing, options).Fit(Patient.View());

        Assert.IsTrue(knowing.Seen.Count > 0 && knowing.Seen.All(seen => !seen), "A held-out clinic was trained on.");
    }

    [TestMethod]
    public void CandidateThatDoesNotWork_IsLeftOut_AndTheTableSaysWhy()
    {
        // Text is none of SMOTE's inputs, and the trainer reads no weights.
        var options = new AugmentOptions
        {
            Method = new AutoResampling { Candidates = [new Smote(), new ClassWeights(), new SmoteNc()], Repeats = 1 },
            ExcludedColumnNames = ["Id", "Clinic", "Outcome"],
        };

        Context.Gan.Augment(Pipeline(null), options).Fit(Patient.View(), out var result);

        var candidates = result.Comparison!.Candidates;
        Assert.Contains("Use SmoteNc", candidates[0].Problem!);
        Assert.Contains("exampleWeightColumnName", candidates[1].Problem!);
        Assert.IsTrue(double.IsNaN(candidates[0].Mean) && candidates[2].Difference is { Level: > 0.9499 and < 0.9501 }); // One was tried.
        Assert.Contains("| Smote | not tried: Schema mismatch", result.ToString());
    }

    [TestMethod]
    public void Weights_AreComparedWithMethodsThatAddRows_ByOneTrainer()
    {
        var method = new AutoResampling { Candidates = [new ClassWeights(), new RandomOversampling()], Score = new MinorityF1() };

        Context.Gan.Augment(Pipeline("Weight"), new() { Method = method, ExcludedColumnNames = ["Id", "Clinic", "Outcome"] })
            .Fit(Patient.View(660), out var result);

        Assert.IsTrue(result.Comparison!.Candidates.All(candidate => candidate.Problem is null));
        Assert.IsTrue(result.Comparison.Candidates.All(candidate => Math.Abs(candidate.Difference!.Level - 0.975) < 1e-12)); // Two were tried.
    }

    [TestMethod]
    public void ManyClasses_AreComparedByMacroF1()
    {
        var pipeline = Context.Transforms.Concatenate("Features", "Age", "Pressure").Append(Context.Transforms.Conversion.MapValueToKey("Class", "Outcome"))
            .Append(Context.MulticlassClassification.Trainers.LightGbm("Class", numberOfIterations: 5, minimumExampleCountPerLeaf: 5));
        var options = new AugmentOptions { LabelColumnName = "Outcome", InputColumnNames = ["Age", "Pressure"], Method = new AutoResampling { Repeats = 1 } };

        Context.Gan.Augment(pipeline, options).Fit(Patient.View(), out var result);

        Assert.AreEqual("macro F1", result.Comparison!.ScoreName);
        Assert.IsTrue(result.Comparison.Unchanged is > 0.2 and < 0.9);
    }

    [TestMethod]
    public void VectorOfScores_IsReadByTheNamesOfItsSlots()
    {
        // The rarest of three classes, in LightGBM's vector: most of its rows are ranked before the others.
        var pipeline = Context.Transforms.Concatenate("Features", "Age", "Pressure").Append(Context.Transforms.Conversion.MapValueToKey("Class", "Outcome"))
            .Append(Context.MulticlassClassification.Trainers.LightGbm("Class", numberOfIterations: 5, minimumExampleCountPerLeaf: 5));
        var view = Patient.View(apart: 4);
        var scored = pipeline.Fit(view).Transform(view);
        var actual = view.GetColumn<string>("Outcome").ToArray();

        double Of(string rarest) => new AveragePrecision().Of(
            new PredictionColumns("PredictedLabel", "Score").Read(scored, actual, [rarest, .. actual.Distinct().Where(name => name != rarest)]));

        Assert.IsGreaterThan(0.9, Of("ill"));
        Assert.IsTrue(Of("well") is > 0.4 and < 0.9);
    }

    [TestMethod]
    public void RarestClass_OfFalse_IsScoredByTheOtherSign()
    {
        var view = AugmentEstimatorTests.Featurized(Patient.View(apart: 4));
        var scored = AugmentEstimatorTests.Tree().Fit(view).Transform(view);
        string[] actual = [.. view.GetColumn<bool>("Label").Select(label => $"{label}")];

        double Of(params string[] classes) => new AveragePrecision().Of(new PredictionColumns("PredictedLabel", "Score").Read(scored, actual, classes));

        Assert.IsGreaterThan(0.95, Of("True", "False"));
        Assert.IsGreaterThan(0.99, Of("False", "True"));
    }

    [TestMethod]
    public void RareClass_LowersTheNumberOfFolds()
    {
        var rows = Patient.Some(60, 1, 1);
        foreach (var (place, row) in rows.Index())
            row.Label = place is 5 or 20 or 40;

        Fit(new() { Candidates = [new RandomOversampling()], Repeats = 2 }, out var result, Context.Data.LoadFromEnumerable(rows));

        Assert.AreEqual((3, 2), (result.Comparison!.Folds, result.Comparison.Repeats));
    }

    [TestMethod]
    public void ClassOfOneRow_IsRefused()
    {
        var rows = Patient.Some(60, 1, 1);
        foreach (var (place, row) in rows.Index())
            row.Label = place == 5;

        Assert.StartsWith("Class 'True' has 1 row, but a comparison has to train on some rows and hold out others.",
            Assert.ThrowsExactly<InvalidOperationException>(() => Fit(new(), out _, Context.Data.LoadFromEnumerable(rows))).Message);
    }

    [TestMethod]
    public void ClassInOneGroup_IsRefused()
    {
        var rows = Patient.Some(100, 1, 1);
        foreach (var (place, row) in rows.Index())
            row.Label = row.Clinic == "clinic 2";
        var options = new AugmentOptions { InputColumnNames = ["Age"], SamplingKeyColumnName = "Clinic" };

        Assert.StartsWith("All rows of class 'True' have the same value of 'Clinic'",
            Assert.ThrowsExactly<InvalidOperationException>(() => Context.Gan.Augment(new Seen(), options).Fit(Context.Data.LoadFromEnumerable(rows))).Message);
    }

    [TestMethod]
    public void BalancedRows_AreNotCompared()
    {
        var rows = Patient.Some(60, 1, 1);
        foreach (var (place, row) in rows.Index())
            row.Label = place % 2 == 0;

        Fit(new(), out var result, Context.Data.LoadFromEnumerable(rows));

        Assert.IsNull(result.Comparison);
        Assert.AreEqual("Nothing was added to the 60 rows.", result.Summary);
    }

    [TestMethod]
    public void Canceled_EndsBetweenTwoTrainings()
    {
        using var source = new CancellationTokenSource();
        var knowing = new Remembering { OnFit = fits => { if (fits == 3) source.Cancel(); } };
        var options = new AugmentOptions { InputColumnNames = ["Age"], CancellationToken = source.Token, Method = new AutoResampling { Score = new MinorityF1() } };

        Assert.ThrowsExactly<OperationCanceledException>(() => Context.Gan.Augment(knowing, options).Fit(Patient.View()));
        Assert.HasCount(3, knowing.Fits);
    }

    [TestMethod]
    public void Comparison_Twice_IsTheSame()
    {
        Fit(new() { Repeats = 1 }, out var first, Patient.View());
        Fit(new() { Repeats = 1 }, out var second, Patient.View());

        Assert.AreEqual(first.ToString(), second.ToString());
    }

    [TestMethod]
    public void TaskWithoutATrainer_IsRefused() => Assert.Contains("Use ml.Gan.Augment",
        Assert.ThrowsExactly<InvalidOperationException>(() => new AutoResampling().Resample(Resampled.Task(Patient.View(), 3))).Message);

    [TestMethod]
    public void Choices_ThatMakeNoSense_AreRefused()
    {
        Assert.AreEqual("Candidates", Assert.ThrowsExactly<ArgumentException>(() => _ = new AutoResampling { Candidates = [] }).ParamName);
        Assert.AreEqual("Candidates", Assert.ThrowsExactly<ArgumentOutOfRangeException>(() => _ = new AutoResampling { Candidates = [new AutoResampling()] }).ParamName);
        Assert.Contains("has a method twice", Assert.ThrowsExactly<ArgumentException>(() => _ = new AutoResampling { Candidates = [new Smote(), new Smote()] }).Message);
        Assert.Contains("a trainer reads one", Assert.ThrowsExactly<ArgumentException>(
            () => _ = new AutoResampling { Candidates = [new ClassWeights(), new ClassWeights { ColumnName = "Other" }] }).Message);
        Assert.AreEqual("Folds", Assert.ThrowsExactly<ArgumentOutOfRangeException>(() => _ = new AutoResampling { Folds = 1 }).ParamName);
        Assert.AreEqual("Repeats", Assert.ThrowsExactly<ArgumentOutOfRangeException>(() => _ = new AutoResampling { Repeats = 0 }).ParamName);
        Assert.AreEqual("Confidence", Assert.ThrowsExactly<ArgumentOutOfRangeException>(() => _ = new AutoResampling { Confidence = 1 }).ParamName);
    }

    private static void Fit(AutoResampling method, out AugmentResult result, IDataView view) => Context.Gan.Augment(
        AugmentEstimatorTests.Tree(), new() { Method = method, InputColumnNames = ["Features"] }).Fit(AugmentEstimatorTests.Featurized(view), out result);

    private static EstimatorChain<BinaryPredictionTransformer<CalibratedModelParametersBase<FastTreeBinaryModelParameters, PlattCalibrator>>> Pipeline(
        string? weight) => Context.Transforms.Categorical.OneHotEncoding("SmokerHot", "Smoker")
        .Append(Context.Transforms.Concatenate("Features", "Age", "Pressure", "SmokerHot")).Append(AugmentEstimatorTests.Tree(weight));

    /// <summary>A method that gives rows of the other class the rare label.</summary>
    private sealed record WrongLabels : IResampling
    {
        public ResampledRows Resample(ResamplingTask task)
        {
            var rows = task.Context.Data.CreateEnumerable<Patient>(task.Rows, reuseRowObject: false).Where(row => !row.Label).ToList();
            rows.ForEach(row => row.Label = true);
            var view = task.Context.Data.LoadFromEnumerable(rows);
            return new() { Method = this, Added = task.Context.Transforms.Concatenate("Features", "Age", "Pressure").Fit(view).Transform(view) };
        }
    }
}
