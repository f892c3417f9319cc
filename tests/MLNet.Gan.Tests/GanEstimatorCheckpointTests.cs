using System.Globalization;
using Microsoft.ML;
using MLNet.Gan.Tests.Pipelines;
using MLNet.Gan.Tests.Support;

namespace MLNet.Gan.Tests;

/// <summary>Resuming and warm starts, as a user meets them.</summary>
[TestClass]
public sealed class GanEstimatorCheckpointTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory().FullName;
    private readonly MLContext _context = new(seed: 1);

    private CheckpointOptions Checkpoint => new() { Folder = Path.Combine(_folder, "run") };

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [TestMethod]
    public void Fit_BehindACanceledRun_GoesOnAndGivesTheUninterruptedModel()
    {
        var options = TestData.Options with { Steps = 8, ReportInterval = 1 };
        using var whole = Fit(options);
        using var source = new CancellationTokenSource();
        using var canceled = Fit(options, new()
        {
            Checkpoint = Checkpoint,
            CancellationToken = source.Token,
            Progress = new SynchronousProgress<TrainingProgress>(progress =>
            {
                if (progress.Step == 5)
                    source.Cancel();
            }),
        });

        using var resumed = Fit(options, new() { Checkpoint = Checkpoint });

        Assert.IsTrue(canceled.IsCanceled);
        Assert.AreEqual((5L, 8L), (resumed.Run!.ResumedAt, resumed.Run.Steps));
        Assert.HasCount(8, resumed.Run.Reports);
        Assert.EndsWith("step-0000000008.safetensors", resumed.Run.CheckpointPath!);
        CollectionAssert.AreEqual(Onnx(whole), Onnx(resumed));
    }

    [TestMethod]
    public void Fit_BehindAFinishedRun_GivesTheSameModelWithoutAStep()
    {
        using var first = Fit(TestData.Options, new() { Checkpoint = Checkpoint });
        List<long> steps = [];

        using var second = Fit(TestData.Options, new()
        {
            Checkpoint = Checkpoint, Progress = new SynchronousProgress<TrainingProgress>(progress => steps.Add(progress.Step)),
        });

        Assert.IsEmpty(steps);
        CollectionAssert.AreEqual(Onnx(first), Onnx(second));
    }

    [TestMethod]
    public void Fit_WithOtherOptions_SaysWhatDiffersAndLeavesTheCheckpoint()
    {
        using var first = Fit(TestData.Options, new() { Checkpoint = Checkpoint });

        var e = Assert.ThrowsExactly<InvalidOperationException>(() => Fit(
            TestData.Options with { BatchSize = 4, Loss = new HingeLoss() }, new() { Checkpoint = Checkpoint }));

        Assert.Contains($"Checkpoint '{first.Run!.CheckpointPath}' is of another run: ", e.Message);
        Assert.Contains("BatchSize was 8, and is 4", e.Message);
        Assert.Contains("and is HingeLoss { Margin = 1 }", e.Message);
        Assert.Contains("or set Restart to delete it and begin anew.", e.Message);
        Assert.IsTrue(File.Exists(first.Run.CheckpointPath));
    }

    [TestMethod]
    public void Fit_InAnotherCulture_GoesOn()
    {
        var run = new RunOptions { Checkpoint = Checkpoint, Scoring = new() { Interval = 2, HoldOut = 0.25 } };
        Fit(TestData.Options, run).Dispose();
        var culture = CultureInfo.CurrentCulture;
        var withComma = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        withComma.NumberFormat.NumberDecimalSeparator = ",";
        CultureInfo.CurrentCulture = withComma;
        try
        {
            using var model = Fit(TestData.Options, run);

            Assert.AreEqual(3, model.Run!.ResumedAt);
        }
        finally
        {
            CultureInfo.CurrentCulture = culture;
        }
    }

    [TestMethod]
    public void Fit_OnOtherData_SaysSo()
    {
        Fit(TestData.Options, new() { Checkpoint = Checkpoint }).Dispose();

        var e = Assert.ThrowsExactly<InvalidOperationException>(
            () => Fit(TestData.Options, new() { Checkpoint = Checkpoint }, TestData.Points(30)));

        Assert.Contains("the data were 20 rows of SHA-256 ", e.Message);
        Assert.Contains(", and are 30 rows of SHA-256 ", e.Message);
    }

    [TestMethod]
    public void Fit_WithFewerStepsThanAreDone_SaysSo()
    {
        Fit(TestData.Options, new() { Checkpoint = Checkpoint }).Dispose();

        var e = Assert.ThrowsExactly<InvalidOperationException>(
            () => Fit(TestData.Options with { Steps = 2 }, new() { Checkpoint = Checkpoint }));

        Assert.Contains("is of step 3, but Steps is 2. Set at least 3 steps", e.Message);
    }

    [TestMethod]
    public void Fit_WithRestart_BeginsAnew()
    {
        Fit(TestData.Options, new() { Checkpoint = Checkpoint }).Dispose();

        using var other = Fit(TestData.Options with { Seed = 8 }, new() { Checkpoint = Checkpoint with { Restart = true } });

        Assert.IsNull(other.Run!.ResumedAt);
        Assert.AreEqual(3, other.Run.Steps);
    }

    [TestMethod]
    public void Fit_FromAPreviousModel_BeginsWithItsWeights()
    {
        var plain = TestData.Options with { Average = new ExponentialMovingAverage { Decay = 0 } };
        using var previous = Fit(plain, new() { Checkpoint = Checkpoint });
        var still = plain with { Optimizer = new Adam { LearningRate = 0 }, BatchSize = 4, Seed = 9, Steps = 1 };

        using var next = _context.Gan.Trainers.Gan(still).Fit(TestData.Points(30), previous);

        // With a rate of 0 the generator stays, and an average that keeps nothing is the generator.
        TestData.AssertSame(Generated(previous), Generated(next));
    }

    [TestMethod]
    public void Fit_FromAPreviousModel_LearnsOnAndCanBeResumedItself()
    {
        using var previous = Fit(TestData.Options, new() { Checkpoint = Checkpoint });
        var own = new RunOptions { Checkpoint = new() { Folder = Path.Combine(_folder, "next") } };
        var estimator = _context.Gan.Trainers.Gan(TestData.Options with { Seed = 9, Steps = 5 }, own);

        using var next = estimator.Fit(TestData.Points(30), previous);
        using var again = estimator.Fit(TestData.Points(30), previous.Run!.CheckpointPath!);

        CollectionAssert.AreNotEqual(Generated(previous)[0], Generated(next)[0]);
        Assert.AreEqual(5, again.Run!.ResumedAt);
        Assert.Contains("it began with the networks of checkpoint ", Assert.ThrowsExactly<InvalidOperationException>(
            () => estimator.Fit(TestData.Points(30))).Message);
    }

    [TestMethod]
    public void Fit_FromAModelWithoutACheckpoint_SaysWhatToDo()
    {
        var e = Assert.ThrowsExactly<InvalidOperationException>(
            () => _context.Gan.Trainers.Gan(TestData.Options).Fit(TestData.Points(20), TestData.Plain));

        Assert.StartsWith("The previous model has no checkpoint, and its file holds no discriminator. Train it with ", e.Message);
    }

    [TestMethod]
    public void Fit_FromNetworksOfAnotherSize_SaysWhichAreOther()
    {
        using var previous = Fit(TestData.Options, new() { Checkpoint = Checkpoint });
        var wider = TestData.Options with { Architecture = new Mlp { Width = 17, LatentSize = TestData.LatentSize } };

        var e = Assert.ThrowsExactly<InvalidOperationException>(
            () => _context.Gan.Trainers.Gan(wider).Fit(TestData.Points(20), previous));

        Assert.StartsWith($"Checkpoint '{previous.Run!.CheckpointPath}' does not fit these options. Its tensor 'generator' is ", e.Message);
    }

    [TestMethod]
    public void Fit_FromAFileThatIsNoCheckpoint_SaysSo()
    {
        var path = Path.Combine(_folder, "model.onnx");
        TestData.Plain.ExportToOnnx(path);

        Assert.ThrowsExactly<FormatException>(() => _context.Gan.Trainers.Gan(TestData.Options).Fit(TestData.Points(20), path));
        Assert.ThrowsExactly<FileNotFoundException>(
            () => _context.Gan.Trainers.Gan(TestData.Options).Fit(TestData.Points(20), path + "x"));
    }

    [TestMethod]
    public void Fit_OnADamagedCheckpoint_WarnsInMLNetsLogAndTakesTheOneBefore()
    {
        using var first = Fit(TestData.Options, new() { Checkpoint = Checkpoint with { Interval = 2 } });
        File.WriteAllText(first.Run!.CheckpointPath!, "damaged");
        List<string> warnings = [];
        _context.Log += (_, message) => warnings.AddRange(
            message.Kind == Microsoft.ML.Runtime.ChannelMessageKind.Warning ? [message.RawMessage] : []);

        using var second = Fit(TestData.Options, new() { Checkpoint = Checkpoint });

        Assert.AreEqual(2, second.Run!.ResumedAt);
        Assert.StartsWith($"Checkpoint '{first.Run.CheckpointPath}' cannot be used. ", Assert.ContainsSingle(warnings));
        CollectionAssert.AreEqual(Onnx(first), Onnx(second));
    }

    [TestMethod]
    public void Fit_EndedByAMonitor_NamesTheCheckpointFromWhichToGoOn()
    {
        var options = TestData.Options with { Steps = 6, ReportInterval = 1 };

        var failed = Assert.ThrowsExactly<TrainingFailedException>(
            () => Fit(options, new() { Checkpoint = Checkpoint with { Interval = 2 }, Guard = new() { Monitors = [new EndAt(5)] } }));

        Assert.EndsWith("step-0000000004.safetensors", failed.Run!.CheckpointPath!);
        using var next = _context.Gan.Trainers.Gan(TestData.Options).Fit(TestData.Points(20), failed.Run.CheckpointPath!);
        Assert.AreEqual(3, next.Run!.Steps);
    }

    [TestMethod]
    public void Fit_WhoseCheckpointCannotBeWritten_WarnsAndGoesOn()
    {
        List<string> warnings = [];
        _context.Log += (_, message) => warnings.AddRange(
            message.Kind == Microsoft.ML.Runtime.ChannelMessageKind.Warning ? [message.RawMessage] : []);
        using var whole = Fit(TestData.Options);

        using var model = Fit(TestData.Options with { ReportInterval = 1 }, new()
        {
            Checkpoint = Checkpoint,
            Progress = new SynchronousProgress<TrainingProgress>(_ =>
            {
                if (Directory.Exists(Checkpoint.Folder))
                    Directory.Delete(Checkpoint.Folder, recursive: true);
            }),
        });

        Assert.StartsWith(
            $"The checkpoint of step 3 could not be written to '{Checkpoint.Folder}': ", Assert.ContainsSingle(warnings));
        Assert.IsNull(model.Run!.CheckpointPath);
        TestData.AssertSame(Generated(whole), Generated(model));
    }

    [TestMethod]
    public void Fit_WhoseExportFailsBehindTheTraining_NamesTheNewestCheckpoint()
    {
        var exports = 0;
        var architecture = new FaultyArchitecture
        {
            // Two are made before the training.
            File = (graph, samples) => ++exports > 2 ? graph.Add("Neg", [samples]) : samples,
        };

        var e = Assert.ThrowsExactly<InvalidOperationException>(
            () => Fit(TestData.Options with { Architecture = architecture, Regularizers = [] }, new() { Checkpoint = Checkpoint }));

        var path = Assert.ContainsSingle(Directory.GetFiles(Checkpoint.Folder, "*.safetensors"));
        Assert.EndsWith("step-0000000003.safetensors", path);
        Assert.StartsWith("ONNX Runtime's samples differ from the trained generator's by ", e.Message);
        Assert.EndsWith($"Check the AddTo of Faulty. The run's newest checkpoint is '{path}', from which an equal Fit goes on.", e.Message);
    }

    private sealed record EndAt(long Step) : IMonitor
    {
        public Finding? Observe(RunHistory history) => history.Latest.Step == Step ? new(Step, "Enough.", IsFatal: true) : null;
    }

    private GanTransformer Fit(GanOptions options, RunOptions? run = null, IDataView? data = null) =>
        _context.Gan.Trainers.Gan(options, run).Fit(data ?? TestData.Points(20));

    private byte[] Onnx(GanTransformer model)
    {
        var path = Path.Combine(_folder, "compared.onnx");
        model.ExportToOnnx(path);
        return File.ReadAllBytes(path);
    }

    private static List<float[]> Generated(GanTransformer model) => TestData.Read(model.Generate(6, seed: 1));
}
