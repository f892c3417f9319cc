using BenchmarkDotNet.Attributes;
using Microsoft.ML;
using MLNet.Gan.Benchmarks.Costs;

namespace MLNet.Gan.Benchmarks.Micro;

/// <summary>How long does a checkpoint of <see cref="Presets.Images28"/> take, beside a plain file of as many bytes?</summary>
public class CheckpointBenchmarks : IDisposable
{
    private readonly string _folder = Directory.CreateDirectory("artifacts/bench/checkpoints").FullName;

    private Checkpoint? _checkpoint;
    private CheckpointFolder? _checkpoints;
    private byte[] _bytes = [];

    /// <summary>Takes the state after a step.</summary>
    [GlobalSetup]
    public void Train()
    {
        var context = new MLContext(seed: 1);
        var options = Presets.Images28 with { Steps = 1, BatchSize = 16 };
        var checkpoints = new CheckpointOptions { Folder = _folder, Keep = 1, Restart = true };
        using var model = context.Gan.Trainers.Gan(options, new() { Checkpoint = checkpoints })
            .Fit(CostData.View(context, options.Shape));
        _bytes = File.ReadAllBytes(model.Run!.CheckpointPath!);
        _checkpoint = Checkpoint.Read(model.Run.CheckpointPath!);
        _checkpoints = CheckpointFolder.Open(checkpoints);
    }

    /// <summary>Deletes the files.</summary>
    [GlobalCleanup]
    public void Dispose()
    {
        _checkpoint?.Dispose();
        _checkpoints?.Dispose();
        Directory.Delete(_folder, recursive: true);
        GC.SuppressFinalize(this);
    }

    /// <summary>The bytes alone, on the disk.</summary>
    [Benchmark(Baseline = true)]
    public void Plain()
    {
        using var file = File.Create(Path.Combine(_folder, "plain"));
        file.Write(_bytes);
        file.Flush(flushToDisk: true);
    }

    /// <summary>The checkpoint, with its SHA-256 and its renaming.</summary>
    [Benchmark]
    public string Write() => _checkpoints!.Write(_checkpoint!);
}
