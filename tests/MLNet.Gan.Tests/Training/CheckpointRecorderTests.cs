using MLNet.Gan.Tests.Support;

namespace MLNet.Gan.Tests.Training;

/// <summary>When checkpoints are written.</summary>
[TestClass]
public sealed class CheckpointRecorderTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory().FullName;
    private readonly SteppingClock _clock = new();
    private readonly List<string> _warnings = [];
    private readonly List<long> _captured = [];

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [TestMethod]
    public void AfterStep_WithoutAnInterval_WritesWhenTheTimeIsOver()
    {
        using var folder = Open(new() { Folder = _folder, Every = TimeSpan.FromSeconds(3) });
        var recorder = Recorder(folder, new() { Folder = _folder, Every = TimeSpan.FromSeconds(3) });

        // The clock shows the number of the step, in seconds: 3 s are over at step 3, and again at step 6.
        for (var step = 1; step <= 8; step++)
        {
            _clock.Tick();
            recorder.AfterStep(step, _ => Captured(step));
        }

        CollectionAssert.AreEqual(new long[] { 3, 6 }, _captured);
    }

    [TestMethod]
    public void AfterStep_OfARunWhoseWeightsAreNotFinite_KeepsTheCheckpointBefore()
    {
        var options = new CheckpointOptions { Folder = _folder, Interval = 1 };
        using var folder = Open(options);
        var recorder = Recorder(folder, options);
        recorder.AfterStep(1, _ => Captured(1));
        var path = recorder.Path;

        recorder.AfterStep(2, _ => null);

        Assert.AreEqual(path, recorder.Path);
        Assert.AreEqual(
            $"No checkpoint was written at step 2, since weights are not finite. The newest is '{path}'.", Assert.ContainsSingle(_warnings));
    }

    private static CheckpointFolder Open(CheckpointOptions options) => CheckpointFolder.Open(options);

    private CheckpointRecorder Recorder(CheckpointFolder folder, CheckpointOptions options) =>
        new(folder, options, new("", "", ""), _clock, _warnings.Add);

    private Checkpoint Captured(long step)
    {
        _captured.Add(step);
        return new(Some.State with { Step = step }, new Dictionary<string, Tensor>());
    }
}
