using Microsoft.ML.OnnxRuntime;

namespace MLNet.Gan.Benchmarks.Training;

/// <summary>An exported generator in plain ONNX Runtime, as a program without this package has it.</summary>
internal sealed class GeneratorSession : IDisposable
{
    private readonly Microsoft.ML.OnnxRuntime.RunOptions _options = new();
    private readonly InferenceSession _session;
    private readonly OrtValue _latents;
    private readonly OrtValue _samples;

    /// <summary>A session with buffers for one batch, which are used again and again.</summary>
    /// <param name="onnx">The file.</param>
    /// <param name="threads">How many threads it may use.</param>
    /// <param name="latents">The latents of a batch.</param>
    /// <param name="samples">Where its samples go.</param>
    public GeneratorSession(byte[] onnx, int threads, float[] latents, float[] samples)
    {
        using var options = new SessionOptions { IntraOpNumThreads = threads };
        OnnxSessionFactory.SetWaiting(options, allowSpinning: false); // PyTorch's threads sleep soon, too.
        _session = new(onnx, options);
        _latents = Wrap(latents, _session.InputMetadata["latent"]);
        _samples = Wrap(samples, _session.OutputMetadata["sample"]);
    }

    /// <summary>Makes the samples of the batch so many times.</summary>
    public void Run(int times)
    {
        for (var i = 0; i < times; i++)
            _session.Run(_options, ["latent"], [_latents], ["sample"], [_samples]);
    }

    public void Dispose()
    {
        _latents.Dispose();
        _samples.Dispose();
        _session.Dispose();
        _options.Dispose();
    }

    private static OrtValue Wrap(float[] values, NodeMetadata node)
    {
        long[] row = [.. node.Dimensions.Skip(1).Select(size => (long)size)];
        return OrtValue.CreateTensorValueFromMemory(values, [values.Length / row.Aggregate((a, b) => a * b), .. row]);
    }
}
