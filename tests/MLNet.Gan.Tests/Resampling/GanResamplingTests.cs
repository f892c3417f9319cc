using Microsoft.ML;
using Microsoft.ML.Data;
using MLNet.Gan.Tests.Support;

namespace MLNet.Gan.Tests.Resampling;

[TestClass]
public sealed class GanResamplingTests
{
    private const string Data = "/usr/share/datasets/fashion-mnist/t10k";

    private static readonly MLContext Context = new(seed: 1);

    [TestMethod]
    [DataRow("Label")]
    [DataRow("Flag")]
    [DataRow("Name")]
    [DataRow("Key")]
    public void Resample_GivesTheWantedImages_OfTheirClasses_AndTheTypesOfTheTrainingRows(string label)
    {
        var view = Wave.View(40);
        var names = ClassLabels.Read(view, label, default).Classes.Distinct().ToArray();

        var added = Small.Images.Rows(Task(view, label, (names[0], 3), (names[1], 70))); // More than are generated at once.

        CollectionAssert.AreEqual(new[] { "Features", label }, added.Schema.Select(column => column.Name).ToArray());
        foreach (var column in added.Schema)
            Assert.AreEqual(view.Schema[column.Name].Type, column.Type);
        CollectionAssert.AreEqual(LabelNames.Of(view.Schema[label]).ToArray(), LabelNames.Of(added.Schema[label]).ToArray());
        CollectionAssert.AreEquivalent(
            new[] { (names[0], 3), (names[1], 70) },
            ClassLabels.Read(added, label, default).Classes.CountBy(name => name).Select(count => (count.Key, count.Value)).ToArray());
        float[][] images = [.. added.GetColumn<float[]>("Features")];
        Assert.HasCount(73, images);
        Assert.IsTrue(images.All(image => image.Length == 256 && image.All(pixel => pixel is >= -1 and <= 1)));
        Assert.HasCount(73, images.Select(image => image[0]).Distinct().ToList());
    }

    [TestMethod]
    public void Resample_OfFashionImages_MakesEachClassLikeItself()
    {
        // Trousers and boots of 8 × 8 pixels: the mean of the images that are made is nearer to that of their class.
        var view = Fashion("1", 100, "9", 30);
        var method = new GanResampling
        {
            Options = new()
            {
                Shape = SampleShape.Image(1, 8, 8), Steps = 80, BatchSize = 32, Architecture = new Dcgan { Width = 8, LatentSize = 8 }, BalanceClasses = true,
                Optimizer = new Adam { LearningRate = 2e-3 }, Average = new ExponentialMovingAverage { Decay = 0.9 },
            },
            Run = Small.Run,
        };

        var added = method.Rows(Task(view, "Label", ("1", 50), ("9", 50)));

        var (real, made) = (Means(view), Means(added));
        foreach (var (name, other) in new[] { ("1", "9"), ("9", "1") })
            Assert.IsLessThan(0.5 * Distance(made[name], real[other]), Distance(made[name], real[name]), name);
    }

    [TestMethod]
    public void Resample_IsDecidedByTheSeedOfTheTask()
    {
        var task = Task(Wave.View(40), "Label", ("1", 5));
        float[] Pixels(GanResampling method, int seed) => [.. method.Rows(task with { Seed = seed }).GetColumn<float[]>("Features").SelectMany(image => image)];

        var first = Pixels(Small.Images, 3);

        CollectionAssert.AreEqual(first, Pixels(Small.Images with { Options = Small.Images.Options! with { Seed = 9, FeatureColumnName = "Other" } }, 3));
        CollectionAssert.AreNotEqual(first, Pixels(Small.Images, 4));
    }

    [TestMethod]
    public void Options_OfNull_AreChosenByTheData()
    {
        var method = new GanResampling { Run = Small.Run with { Guard = new() { Monitors = [new SpyMonitor(Stop)] } } };

        var message = Assert.ThrowsExactly<InvalidOperationException>(() => method.Resample(Task(Wave.View(40), "Name", ("b", 2)))).Message;

        Assert.Contains("GanResampling made no rows of class 'b', since its training failed. Training stopped at step 50: Enough.", message);

        static Finding Stop(StepReport report) => new(report.Step, "Enough.", IsFatal: true);
    }

    [TestMethod]
    public void Canceled_EndsTheTraining()
    {
        using var task = new CancellationTokenSource();
        var method = new GanResampling
        {
            Options = Small.Images.Options! with { Steps = 100_000_000 },
            Run = Small.Run with { Guard = new() { Monitors = [new SpyMonitor(_ => task.Cancel())] } },
        };

        Assert.ThrowsExactly<OperationCanceledException>(
            () => method.Resample(Task(Wave.View(40), "Label", ("1", 5)) with { CancellationToken = task.Token }));
    }

    [TestMethod]
    public void Augment_OfImages_TrainsOnMore_AndScoresRealOnes()
    {
        var view = Fashion("1", 60, "9", 20);
        var pipeline = Context.Transforms.Conversion.MapValueToKey("Class", "Label").Append(Context.MulticlassClassification.Trainers.LightGbm("Class", numberOfIterations: 3));

        var model = Context.Gan.Augment(pipeline, new() { Method = Small.Images, InputColumnNames = ["Features"] }).Fit(view, out var result);

        Assert.AreEqual("GanResampling added 40 rows to 80: '9' 40.", result.Summary);
        Assert.AreEqual(80, model.Transform(view).GetColumn<uint>("PredictedLabel").Count());
    }

    [TestMethod]
    public void SeveralInputs_AreRefused_WithWhatToDo() => Assert.AreEqual(
        "GanResampling generates one column, but the inputs are 'Age', 'Smoker'. Set AugmentOptions.InputColumnNames to the column of images or "
            + "vectors, or use TabularGanResampling for rows of several columns.",
        Assert.ThrowsExactly<InvalidOperationException>(() => Small.Images.Resample(Resampled.Task(Patient.View(), 3, inputs: ["Age", "Smoker"]))).Message);

    [TestMethod]
    [DataRow("Age", "expected Vector<Single> of known size, got Single", "ml.Transforms.Concatenate(\"Features\", \"Age\", …). TabularGanResampling takes")]
    [DataRow("Smoker", "got String", "TabularGanResampling takes columns of other types.")]
    [DataRow("Doubles", "got Vector<Double, 1>", "ml.Transforms.Conversion.ConvertType(\"Doubles\"")]
    [DataRow("Image", "got Image", "ml.Transforms.ExtractPixels(\"Pixels\", \"Image\"")]
    public void InputOfAnotherType_IsRefused_WithWhatToDo(string column, string got, string advice)
    {
        var view = Context.Transforms.Conversion.ConvertType("Double", "Age", DataKind.Double).Append(Context.Transforms.Concatenate("Doubles", "Double"))
            .Append(Context.Transforms.CustomMapping<Patient, Picture>((_, _) => { }, null)).Fit(Patient.View()).Transform(Patient.View());

        var message = Assert.ThrowsExactly<ArgumentOutOfRangeException>(() => Small.Images.Resample(Resampled.Task(view, 3, inputs: [column]))).Message;

        Assert.Contains(got, message);
        Assert.Contains(advice, message);
    }

    private static ResamplingTask Task(IDataView rows, string label, params (string Class, int Count)[] wanted) =>
        Resampled.Task(rows, 0, label: label, inputs: ["Features"]) with { RowsToAdd = wanted.ToDictionary(one => one.Class, one => one.Count) };

    private static IDataView Fashion(string first, int firstCount, string second, int secondCount)
    {
        var all = Context.Gan.LoadIdx($"{Data}-images-idx3-ubyte.gz", $"{Data}-labels-idx1-ubyte.gz");
        var rows = Context.Data.TakeRows(all, 1_500);
        var images = rows.GetColumn<float[]>("Features").Zip(ClassLabels.Read(rows, "Label", default).Classes, (image, name) => new Small8 { Features = Smaller(image), Label = name }).ToList();
        return Context.Data.LoadFromEnumerable(
            images.Where(image => image.Label == first).Take(firstCount).Concat(images.Where(image => image.Label == second).Take(secondCount)).ToArray());
    }

    /// <summary>Means of 3 × 3 pixels, without two at the edges.</summary>
    private static float[] Smaller(float[] image) =>
    [
        .. from y in Enumerable.Range(0, 8)
           from x in Enumerable.Range(0, 8)
           select Enumerable.Range(0, 9).Average(i => image[(2 + 3 * y + i / 3) * 28 + 2 + 3 * x + i % 3]),
    ];

    private static Dictionary<string, double[]> Means(IDataView view) => view.GetColumn<float[]>("Features")
        .Zip(view.GetColumn<string>("Label")).GroupBy(pair => pair.Second, pair => pair.First)
        .ToDictionary(images => images.Key, images => Enumerable.Range(0, 64).Select(pixel => (double)images.Average(image => image[pixel])).ToArray());

    private static double Distance(double[] one, double[] other) => Math.Sqrt(one.Zip(other, (a, b) => (a - b) * (a - b)).Sum());

    private sealed class Picture
    {
        [Microsoft.ML.Transforms.Image.ImageType(8, 8)]
        public MLImage? Image { get; set; }
    }

    private sealed class Small8
    {
        [VectorType(1, 8, 8)]
        public float[] Features { get; set; } = [];

        public string Label { get; set; } = "";
    }
}
