using Microsoft.ML;
using Microsoft.ML.Data;
using MLNet.Gan.Metrics;
using MLNet.Gan.Reports;
using MLNet.Gan.Tests.Support;

namespace MLNet.Gan.Tests.Documents;

/// <summary>The pipelines that the README shows: they compile, run and are shown as they are.</summary>
[TestClass]
public sealed class UsualPipelinesTests : IDisposable
{
    private static readonly MLContext Context = new(seed: 1);

    /// <summary>Runs end before their first step: the pipelines are tested here, not the training.</summary>
    private static readonly CancellationToken Stop = new(canceled: true);

    private readonly string _folder = Directory.CreateTempSubdirectory().FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [TestMethod]
    [DataRow("table")]
    [DataRow("images")]
    [DataRow("saving")]
    [DataRow("report")]
    [DataRow("score-table")]
    [DataRow("score-images")]
    [DataRow("inception")]
    public void Readme_ShowsThePipelinesAsTheyAre(string marker)
    {
        var source = File.ReadAllText(Path.Combine(Repository.Root, "tests/MLNet.Gan.Tests/Documents/UsualPipelinesTests.cs"));
        var lines = source.Split($"// <{marker}>\n")[1].Split($"// </{marker}>")[0].TrimEnd(' ').Split('\n');
        var indent = lines[0].Length - lines[0].TrimStart(' ').Length;
        var shown = string.Join('\n', lines.Select(line => line.Length > indent ? line[indent..] : line));

        Assert.Contains($"```csharp\n{shown}```", File.ReadAllText(Path.Combine(Repository.Root, "README.md")),
            $"Copy the lines between the markers '{marker}' of UsualPipelinesTests.cs into the README.");
    }

    [TestMethod]
    public void Table_IsTrainedSavedLoadedReportedAndScored()
    {
        var table = Table();
        using var model = Trained(Context, table, Stop);

        Assert.AreEqual((SampleShape.Vector(2), 2, true), (model.LastTransformer.Shape, model.LastTransformer.Classes, model.LastTransformer.IsCanceled));
        var (rows, many, given) = SavedAndLoaded(Context, model, table, _folder);
        Assert.HasCount(300, rows.GetColumn<float[]>("Generated").ToList());
        Assert.AreEqual(1_000, many.GetColumn<float[]>("Generated").Count());
        CollectionAssert.AreEqual(new uint[] { 1, 1, 2 }, given.GetColumn<uint>("Label").ToArray());
        Assert.Contains("<h1>Customers</h1>", File.ReadAllText(WrittenReport(model.LastTransformer, _folder)));
        CollectionAssert.AreEqual(
            new[] { "KS of Age", "KS of Income", "mean column distance", "sliced Wasserstein" },
            Scored(Context, model, table).All.Take(4).Select(score => score.Name).ToArray());
    }

    [TestMethod]
    public void Table_ByColumnNames_IsTrainedWithTheDefaults()
    {
        var pipeline = Context.Transforms.Concatenate("Features", "Age", "Income")
            .Append(Context.Transforms.Conversion.MapValueToKey("Label", "Plan"))
            .Append(Context.Gan.Trainers.Gan("Features", "Label", run: new() { CancellationToken = Stop }));

        using var model = pipeline.Fit(Table());

        Assert.AreEqual((SampleShape.Vector(2), 2), (model.LastTransformer.Shape, model.LastTransformer.Classes));
    }

    [TestMethod]
    public void Images_AreTrainedDrawnAndScored()
    {
        var photos = Path.Combine(_folder, "photos");
        foreach (var i in Enumerable.Range(0, 40))
        {
            var path = Path.Combine(Directory.CreateDirectory(Path.Combine(photos, i % 2 == 0 ? "cat" : "dog")).FullName, $"{i}.png");
            new Picture(30, 30, 1, [.. Enumerable.Range(0, 900).Select(p => (byte)(p * (i % 2 + 1) + i))]).Save(path);
        }

        var (images, model) = TrainedOnImages(Context, photos, _folder, new() { CancellationToken = Stop });
        using (model)
        {
            Assert.AreEqual((SampleShape.Image(3, 28, 28), 2), (model.Shape, model.Classes));
            Assert.IsTrue(File.Exists(Path.Combine(_folder, "samples.png")));
            var scores = ScoredImages(Context, model, images);
            Assert.IsTrue(double.IsFinite(scores.Frechet.Value));
            Assert.IsNotNull(scores.LabelAccuracy);
        }
    }

    /// <summary>Needs weights that no test has; it is compiled.</summary>
    internal static GanScores Compared(MLContext ml, IDataView real, IDataView fake)
    {
        // <inception>
        using var inception = InceptionNetwork.Open(new());
        var scores = ml.Gan.Evaluate(real, fake, new()
        {
            Features = inception.Of(SampleShape.Image(3, 32, 32)),
            Metrics = [new FrechetInceptionDistance(), new KernelInceptionDistance(), new PrecisionRecall()],
        });
        // </inception>
        return scores;
    }

    private static TransformerChain<GanTransformer> Trained(MLContext ml, IDataView table, CancellationToken stop)
    {
        // <table>
        var run = new RunOptions
        {
            Progress = new Progress<TrainingProgress>(Console.WriteLine), // also in ml.Log
            CancellationToken = stop, // ends the training early, with what is trained so far
        };
        var model = ml.Transforms.Concatenate("Features", "Age", "Income")   // columns of type Single
            .Append(ml.Transforms.Conversion.MapValueToKey("Label", "Plan")) // the classes, if there are any
            .Append(ml.Gan.Trainers.Gan(Presets.Tabular with { Shape = null, LabelColumnName = "Label" }, run))
            .Fit(table);

        var generated = model.LastTransformer.Generate(1_000); // the columns "Generated" and "Label"
        // </table>
        Assert.AreEqual("Label Generated", string.Join(' ', generated.Schema.Select(column => column.Name).OrderDescending()));
        return model;
    }

    private static (IDataView Images, GanTransformer Model) TrainedOnImages(MLContext ml, string photos, string folder, RunOptions run)
    {
        // <images>
        var images = ml.Gan.LoadImages(photos, new() { Height = 28, Width = 28 }); // photos/cat/1.png is of class "cat"
        var model = ml.Gan.Trainers.Gan(Presets.Images28 with { Shape = null, LabelColumnName = "Label" }, run).Fit(images);

        var samples = model.Generate(64).GetColumn<float[]>("Generated").ToList();
        Picture.Grid(samples, channels: 3, height: 28, width: 28, columns: 8).Save($"{folder}/samples.png");
        // </images>
        return (images, model);
    }

    private static (IDataView Rows, IDataView Many, IDataView Given) SavedAndLoaded(
        MLContext ml, TransformerChain<GanTransformer> model, IDataView table, string folder)
    {
        // <saving>
        ml.Model.Save(model, table.Schema, $"{folder}/pipeline.zip");
        model.LastTransformer.Save($"{folder}/generator.onnx");

        // In another process, with MLNet.Gan.Runtime alone:
        var loaded = ml.Model.Load($"{folder}/pipeline.zip", out var schema);
        var rows = loaded.Transform(table); // a generated row of the same class beside each row
        var generator = ml.Gan.Load($"{folder}/generator.onnx");
        var many = generator.Generate(1_000);      // classes as frequent as in the training data
        var given = generator.Generate([0, 0, 1]); // a sample of each of these classes, counted from 0
        // </saving>
        Assert.IsNotNull(schema.GetColumnOrNull("Plan"));
        return (rows, many, given);
    }

    private static string WrittenReport(GanTransformer model, string folder)
    {
        // <report>
        File.WriteAllText($"{folder}/report.html", model.Report("Customers").ToHtml());
        // </report>
        return $"{folder}/report.html";
    }

    private static GanScores Scored(MLContext ml, TransformerChain<GanTransformer> model, IDataView table)
    {
        // <score-table>
        var scores = ml.Gan.EvaluateTable(table, model.LastTransformer.Generate(1_000), new() { WithoutColumns = ["Plan", "Label"] });
        Console.WriteLine(scores); // a line for each: value, counts, settings, warnings
        // </score-table>
        return scores;
    }

    private static GanScores ScoredImages(MLContext ml, GanTransformer model, IDataView images)
    {
        // <score-images>
        using var network = ml.Gan.TrainFeatureNetwork(images, new() { Shape = model.Shape, Name = "my photos" });
        var scores = ml.Gan.Evaluate(images, model.Generate(1_000), new()
        {
            Features = network,
            Classifier = network.Output("logits"), // how many samples are of the class that was asked for
        });
        // </score-images>
        return scores;
    }

    private static IDataView Table() => Context.Data.LoadFromEnumerable(Enumerable.Range(0, 300).Select(row => new Customer
    {
        Age = 20 + row % 50, Income = 1_000 * (row % 7), Plan = row % 3 == 0 ? "small" : "large",
    }));

    private sealed class Customer
    {
        public float Age { get; set; }

        public float Income { get; set; }

        public string Plan { get; set; } = "";
    }
}
