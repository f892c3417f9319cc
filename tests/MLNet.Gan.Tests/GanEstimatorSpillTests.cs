using Microsoft.ML;
using MLNet.Gan.Tests.Pipelines;
using MLNet.Gan.Tests.Support;

namespace MLNet.Gan.Tests;

/// <summary>Training on samples that do not fit the budget of memory.</summary>
[TestClass]
public sealed class GanEstimatorSpillTests : IDisposable
{
    private readonly string _folder =
        Directory.CreateDirectory(Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid()}")).FullName;

    public static IEnumerable<object[]> Runs =>
    [
        ["vectors", TestData.Options],
        ["classes", TestData.Options with { LabelColumnName = "Label", Steps = 5 }],
        ["balanced packs", TestData.Options with { LabelColumnName = "Number", BalanceClasses = true, Packing = 2 }],
        ["standardized", TestData.Options with { Standardizes = true, DiscriminatorSteps = 2 }],
        ["images", TestData.Options with
        {
            Shape = SampleShape.Image(1, 1, 2), HorizontalFlips = true, LabelColumnName = "Label",
        }],
    ];

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [TestMethod]
    [DynamicData(nameof(Runs))]
    public void Fit_OnAFile_LearnsTheSameBitForBit(string name, GanOptions options)
    {
        var data = Points(50);
        using var inMemory = TestData.Context.Gan.Trainers.Gan(options).Fit(data);

        using var spilled = TestData.Context.Gan.Trainers.Gan(options, new() { Spill = Spill }).Fit(data);

        TestData.AssertSame(TestData.Read(inMemory.Generate(20)), TestData.Read(spilled.Generate(20)));
        CollectionAssert.AreEqual(Onnx(inMemory), Onnx(spilled), name);
    }

    [TestMethod]
    public void Fit_OnAFile_ResumesBitForBit()
    {
        var options = TestData.Options with { Steps = 8, ReportInterval = 1, LabelColumnName = "Label" };
        var data = Points(50);
        var checkpoint = new CheckpointOptions { Folder = Path.Combine(_folder, "run") };
        using var whole = TestData.Context.Gan.Trainers.Gan(options, new() { Spill = Spill }).Fit(data);
        using var source = new CancellationTokenSource();
        using var canceled = TestData.Context.Gan.Trainers.Gan(options, new()
        {
            Spill = Spill,
            Checkpoint = checkpoint,
            CancellationToken = source.Token,
            Progress = new SynchronousProgress<TrainingProgress>(progress =>
            {
                if (progress.Step == 3)
                    source.Cancel();
            }),
        }).Fit(data);

        using var resumed = TestData.Context.Gan.Trainers.Gan(options, new() { Spill = Spill, Checkpoint = checkpoint }).Fit(data);

        Assert.AreEqual((3L, 8L), (resumed.Run!.ResumedAt, resumed.Run.Steps));
        CollectionAssert.AreEqual(Onnx(whole), Onnx(resumed));
    }

    [TestMethod]
    public void Fit_OnAFile_SaysSoAndLeavesNone()
    {
        List<string> messages = [];
        var context = new MLContext(seed: 1);
        context.Log += (_, message) => messages.Add(message.RawMessage);
        var open = 0;

        using var model = context.Gan.Trainers.Gan(TestData.Options, new()
        {
            Spill = Spill,
            Progress = new SynchronousProgress<TrainingProgress>(_ => open = FilesIn.Folder(_folder).Count),
        }).Fit(Points(50));

        // 50 samples of two numbers of four bytes.
        Assert.Contains("The samples do not fit the memory budget of 100 bytes: they are in a temporary file of 400 "
            + $"bytes in '{_folder}'.", messages);
        Assert.AreNotEqual(0, open);
        Assert.IsEmpty(FilesIn.Folder(_folder));
    }

    [TestMethod]
    public void Fit_OfSamplesThatFit_MakesNoFile()
    {
        var open = -1;

        using var model = TestData.Context.Gan.Trainers.Gan(TestData.Options, new()
        {
            Spill = Spill with { MemoryBudget = 1 << 30 },
            Progress = new SynchronousProgress<TrainingProgress>(_ => open = FilesIn.Folder(_folder).Count),
        }).Fit(Points(50));

        Assert.AreEqual(0, open);
    }

    [TestMethod]
    public void Fit_ThatFails_LeavesNoFile()
    {
        var options = TestData.Options with { ReportInterval = 1 };
        var run = new RunOptions { Spill = Spill };
        var rows = TestData.Rows(50);
        rows[^1].Features[1] = float.NaN;

        Assert.ThrowsExactly<TrainingFailedException>(
            () => TestData.Context.Gan.Trainers.Gan(options, run with { Guard = new() { Monitors = [new EndAtOnce()] } }).Fit(Points(50)));
        Assert.IsEmpty(FilesIn.Folder(_folder), "the training failed");

        var error = Assert.ThrowsExactly<InvalidOperationException>(
            () => TestData.Context.Gan.Trainers.Gan(options, run).Fit(TestData.Context.Data.LoadFromEnumerable(rows)));
        Assert.Contains("Row 49", error.Message);
        Assert.IsEmpty(FilesIn.Folder(_folder), "the reading failed");
    }

    [TestMethod]
    public void Fit_WithAFolderThatIsMissing_SaysSo()
    {
        var missing = Path.Combine(_folder, "none");

        var error = Assert.ThrowsExactly<IOException>(() => TestData.Context.Gan.Trainers.Gan(
            TestData.Options, new() { Spill = Spill with { Folder = missing } }).Fit(Points(50)));

        Assert.Contains($"there is no folder '{missing}' for a temporary file of them.", error.Message);
    }

    private SpillOptions Spill => new() { MemoryBudget = 100, Folder = _folder };

    /// <summary>Points in [−1, 1] of a view that does not know how many they are.</summary>
    private static IDataView Points(int count) =>
        TestData.Context.Data.LoadFromEnumerable(TestData.Rows(count).Select(row => new PointRow
        {
            Features = [row.Features[0] / 2, row.Features[1] / 2], Label = row.Label, Number = row.Number,
        }));

    private byte[] Onnx(GanTransformer model)
    {
        var path = Path.Combine(_folder, "model.onnx");
        model.ExportToOnnx(path);
        return File.ReadAllBytes(path);
    }

    private sealed record EndAtOnce : IMonitor
    {
        public Finding? Observe(RunHistory history) => new(history.Latest.Step, "That is enough.", IsFatal: true);
    }
}
