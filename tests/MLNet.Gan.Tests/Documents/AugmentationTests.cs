using Microsoft.ML;
using Microsoft.ML.Data;
using MLNet.Gan.Tests.Resampling;

namespace MLNet.Gan.Tests.Documents;

/// <summary>The recipes of docs/augmentation.md, compiled and run.</summary>
[TestClass]
public sealed class AugmentationTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory().FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [TestMethod]
    [DataRow("auto")]
    [DataRow("smote")]
    [DataRow("weights")]
    [DataRow("candidates")]
    [DataRow("gan")]
    [DataRow("compared")]
    [DataRow("images")]
    [DataRow("method")]
    public void Document_ShowsTheRecipesAsTheyAre(string marker) =>
        Recipe.AssertShown("docs/augmentation.md", "tests/MLNet.Gan.Tests/Documents/AugmentationTests.cs", marker);

    [TestMethod]
    public void Auto_IsComparedTrainedSavedAndLoaded()
    {
        var ml = new MLContext(seed: 1);
        var (train, test) = (Patient.View(seed: 1), Patient.View(seed: 2));
        var folder = _folder;
        // <auto>
        var pipeline = ml.Transforms.Categorical.OneHotEncoding("SmokerCode", "Smoker")
            .Append(ml.Transforms.Concatenate("Features", "Age", "Pressure", "SmokerCode"))
            .Append(ml.BinaryClassification.Trainers.FastTree(numberOfTrees: 20, exampleWeightColumnName: "Weight"));

        var model = ml.Gan.Augment(pipeline, new() { InputColumnNames = ["Age", "Pressure", "Smoker"] }).Fit(train, out var result);

        Console.WriteLine(result); // what was done, why, and a table of what was compared
        File.WriteAllText($"{folder}/report.html", result.Report("Patients").ToHtml()); // the same as a page
        var metrics = ml.BinaryClassification.Evaluate(model.Transform(test)); // real rows only
        ml.Model.Save(model, train.Schema, $"{folder}/model.zip"); // the pipeline's own transformers
        // </auto>
        Assert.HasCount(3, result.Comparison!.Candidates);
        Assert.IsTrue(result.Comparison.Candidates.All(candidate => candidate.Problem is null));
        Assert.IsGreaterThan(0.6, metrics.AreaUnderRocCurve);
        Assert.AreEqual(330, ml.Model.Load($"{folder}/model.zip", out _).Transform(test).GetColumn<bool>("PredictedLabel").Count());
    }

    [TestMethod]
    public void Smote_OfNormalizedColumns_AddsRows()
    {
        var ml = new MLContext(seed: 1);
        var train = Patient.View();
        // <smote>
        var trainer = ml.BinaryClassification.Trainers.LbfgsLogisticRegression();
        var model = ml.Transforms.Concatenate("Features", "Age", "Pressure")
            .Append(ml.Transforms.NormalizeMeanVariance("Features")) // before: distances need comparable columns
            .Append(ml.Gan.Augment(trainer, new()
            {
                Method = new Smote { NeighborCount = 5 }, Balance = ClassBalance.By(4), InputColumnNames = ["Features"],
            }))
            .Fit(train);
        // </smote>
        Assert.AreEqual(330, model.Transform(train).GetColumn<bool>("PredictedLabel").Count());
    }

    [TestMethod]
    public void Weights_AreReadByTheTrainer()
    {
        var ml = new MLContext(seed: 1);
        var train = Patient.View();
        // <weights>
        var pipeline = ml.Transforms.Concatenate("Features", "Age", "Pressure")
            .Append(ml.BinaryClassification.Trainers.FastTree(exampleWeightColumnName: "Weight")); // the column that ClassWeights adds
        var model = ml.Gan.Augment(pipeline, new() { Method = new ClassWeights() }).Fit(train, out var result);
        // </weights>
        Assert.AreEqual(10, result.Weights!["True"], 1e-12);
        Assert.AreEqual(330, model.Transform(train).GetColumn<bool>("PredictedLabel").Count());
    }

    [TestMethod]
    public void Candidates_AreCompared()
    {
        var ml = new MLContext(seed: 1);
        // <candidates>
        var options = new AugmentOptions
        {
            Method = new AutoResampling
            {
                Candidates = [new RandomOversampling(), new SmoteNc { NeighborCount = 3 }],
                Score = new MinorityF1(), Folds = 5, Repeats = 4, Confidence = 0.9,
            },
            SamplingKeyColumnName = "Clinic", // rows of a clinic are never divided between training and test
            ExcludedColumnNames = ["Id", "Outcome"],
        };
        // </candidates>
        var pipeline = ml.Transforms.Concatenate("Features", "Age", "Pressure").Append(AugmentEstimatorTests.Tree());

        ml.Gan.Augment(pipeline, options).Fit(Patient.View(), out var result);

        Assert.AreEqual((5, 4), (result.Comparison!.Folds, result.Comparison.Repeats));
        Assert.IsTrue(result.Comparison.Candidates.All(candidate => candidate.Problem is null));
    }

    [TestMethod]
    public void Gan_OfATable_AddsRows()
    {
        const int steps = 5;
        // <gan>
        var options = new AugmentOptions
        {
            Method = new TabularGanResampling { Options = new() { Steps = steps }, Run = new() { Threads = 1 } },
            Balance = ClassBalance.By(4),
            ExcludedColumnNames = ["Id", "Clinic", "Outcome"], // neither learned nor generated
        };
        // </gan>
        new MLContext(seed: 1).Gan.Augment(new Seen(), options).Fit(Patient.View(), out var result);

        Assert.AreEqual(90, result.AddedRows["True"]);
    }

    [TestMethod]
    public void Gan_IsACandidate()
    {
        const int steps = 5;
        var ml = new MLContext(seed: 1);
        // <compared>
        var method = new AutoResampling().WithTabularGan(new() { Steps = steps }); // beside weights, oversampling and SMOTE-NC
        // </compared>
        var pipeline = ml.Transforms.Concatenate("Features", "Age", "Pressure").Append(AugmentEstimatorTests.Tree("Weight"));

        ml.Gan.Augment(pipeline, new() { Method = method with { Folds = 2, Repeats = 1 }, InputColumnNames = ["Age", "Pressure"] }).Fit(Patient.View(132), out var result);

        Assert.AreEqual("ClassWeights, RandomOversampling, SmoteNc, TabularGanResampling",
            string.Join(", ", result.Comparison!.Candidates.Where(candidate => candidate.Problem is null).Select(candidate => candidate.Method.GetType().Name)));
    }

    [TestMethod]
    public void Gan_OfImages_AddsPixels()
    {
        var ml = new MLContext(seed: 1);
        var gan = Small.Images.Options!;
        var images = ml.Data.LoadFromEnumerable(Enumerable.Range(0, 30).Select(row => new Photo { Label = row % 5 == 0 ? "cat" : "dog", Brightness = 8 * row })
            .ToArray());
        images = ml.Transforms.CustomMapping<Photo, Photographed>((photo, made) => made.Image = photo.ToImage(), null).Fit(images).Transform(images);
        // <images>
        var classifier = ml.Transforms.NormalizeMinMax("Pixels").Append(ml.MulticlassClassification.Trainers.LbfgsMaximumEntropy("Label", "Pixels"));
        var model = ml.Transforms.ResizeImages("Image", 8, 8)
            .Append(ml.Transforms.ExtractPixels("Pixels", "Image", offsetImage: 127.5f, scaleImage: 1 / 127.5f))
            .Append(ml.Transforms.Conversion.MapValueToKey("Label"))
            .Append(ml.Gan.Augment(classifier, new() { Method = new GanResampling { Options = gan }, InputColumnNames = ["Pixels"] }))
            .Fit(images);
        // </images>
        Assert.AreEqual(30, model.Transform(images).GetColumn<uint>("PredictedLabel").Count());
    }

    [TestMethod]
    public void OwnMethod_AddsRows()
    {
        var ml = new MLContext(seed: 1);
        var seen = new Seen();

        ml.Gan.Augment(seen, new() { Method = new Jitter { Scale = 0.1 } }).Fit(Patient.View(), out var result);

        Assert.AreEqual(270, result.AddedRows["True"]);
        Assert.AreEqual(600, seen.Input!.GetColumn<float>("Age").Count());
    }

    private sealed class Photo
    {
        public string Label { get; set; } = "";

        public int Brightness { get; set; }

        public MLImage ToImage() => MLImage.CreateFromPixels(16, 16, MLPixelFormat.Bgra32,
            [.. Enumerable.Range(0, 4 * 256).Select(i => i % 4 == 3 ? (byte)255 : (byte)Brightness)]);
    }

    private sealed class Photographed
    {
        [Microsoft.ML.Transforms.Image.ImageType(16, 16)]
        public MLImage? Image { get; set; }
    }

    // <method>
    private sealed record Jitter : IResampling
    {
        public double Scale { get; init; } = 0.05;

        public ResampledRows Resample(ResamplingTask task)
        {
            var rare = task.Context.Data.CreateEnumerable<Patient>(task.Rows, reuseRowObject: false).Where(row => row.Label).ToArray();
            var random = new Random(task.Seed);
            var rows = Enumerable.Range(0, task.RowsToAdd["True"]).Select(_ => rare[random.Next(rare.Length)]).Select(row => new Patient
            {
                Label = true, Smoker = row.Smoker, Pressure = row.Pressure, Age = row.Age + (float)(Scale * (random.NextDouble() - 0.5)),
            }).ToArray();
            return new() { Method = this, Added = task.Context.Data.LoadFromEnumerable(rows) };
        }
    }
    // </method>
}
