using BenchmarkDotNet.Attributes;
using Microsoft.ML;
using Microsoft.ML.Data;
using MLNet.Gan.Benchmarks.Training;

namespace MLNet.Gan.Benchmarks.Micro;

/// <summary>What does ML.NET's side add to the time of ONNX Runtime when samples are generated?</summary>
public class GeneratingBenchmarks : IDisposable
{
    private static readonly GeneratingGame Game = GeneratingGame.All[^1];

    private GeneratorSession? _session;
    private GanTransformer? _model;

    /// <summary>The number of samples.</summary>
    [Params(1, 64)]
    public int Samples { get; set; }

    /// <summary>Exports a generator, and opens it both ways.</summary>
    [GlobalSetup]
    public void Open()
    {
        var path = Path.Combine(Directory.CreateDirectory("artifacts/bench").FullName, "micro.onnx");
        var context = new MLContext(seed: 1);
        Game.Export(context, path);
        var onnx = File.ReadAllBytes(path);
        File.Delete(path);
        var latents = new float[Samples * Game.Architecture.LatentSize];
        LatentNoise.Fill(latents, seed: 1, 0, 0);
        _session = new(onnx, threads: 1, latents, new float[Samples * Game.Shape.Size]);
        _model = new(context, new GeneratorModel(onnx, gpuDeviceId: null, fallbackToCpu: true, threads: 1));
    }

    /// <summary>Gives both back.</summary>
    [GlobalCleanup]
    public void Dispose()
    {
        _session?.Dispose();
        _model?.Dispose();
        GC.SuppressFinalize(this);
    }

    /// <summary>The file alone, with latents and buffers given.</summary>
    [Benchmark(Baseline = true)]
    public void OnnxRuntime() => _session!.Run(times: 1);

    /// <summary>The transformer, with latents drawn, through an ML.NET column.</summary>
    [Benchmark]
    public int Generate()
    {
        var view = _model!.Generate(Samples);
        return view.GetColumn<float[]>(view.Schema[view.Schema.Count - 1]).Count();
    }
}
