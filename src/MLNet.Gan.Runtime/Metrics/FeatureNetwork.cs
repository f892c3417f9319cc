namespace MLNet.Gan.Metrics;

/// <summary>A feature extractor from any ONNX network with one float input, run by ONNX Runtime.</summary>
/// <remarks>The features are its first output; <see cref="Output"/> returns an extractor of another.</remarks>
public sealed class FeatureNetwork : IJointExtractor, IDisposable
{
    private readonly byte[] _onnx;
    private readonly OnnxSession _session;
    private readonly NetworkOutput _first;

    private FeatureNetwork(byte[] onnx, string name)
    {
        (_onnx, Name) = (onnx, name);
        _session = new OnnxSession(onnx);
        try
        {
            if (_session.Inputs.Count > 1)
                throw new FormatException($"The network takes {string.Join(", ", _session.Inputs)}, but a feature network takes "
                    + "one input, of floats. Export it without the others, for instance with constants in their place.");
            _first = Find(_session.Outputs[0].Name);
        }
        catch
        {
            _session.Dispose();
            throw;
        }
    }

    /// <inheritdoc/>
    public string Name { get; }

    /// <inheritdoc/>
    public string Weights => _first.Weights;

    /// <inheritdoc/>
    public string Preprocessing => _first.Preprocessing;

    /// <inheritdoc/>
    public int InputSize => _first.InputSize;

    /// <inheritdoc/>
    public int FeatureSize => _first.FeatureSize;

    /// <summary>The names of the network's outputs.</summary>
    public IReadOnlyList<string> Outputs => [.. _session.Outputs.Select(port => port.Name)];

    /// <summary>Loads a network from a file.</summary>
    /// <param name="path">An ONNX file with one float input whose first axis is the batch.</param>
    /// <param name="name">The name in scores; the file's name by default.</param>
    /// <exception cref="FileNotFoundException">There is no such file, or it is a folder.</exception>
    /// <exception cref="FormatException">The file is not such a network.</exception>
    public static FeatureNetwork FromOnnx(string path, string? name = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        return OnnxPath.Open(path, onnx => FromOnnx(onnx, name ?? Path.GetFileNameWithoutExtension(path)));
    }

    /// <summary>Loads a network from the bytes of a file.</summary>
    /// <param name="onnx">The bytes.</param>
    /// <param name="name">The name in scores.</param>
    /// <exception cref="FormatException">The bytes are not such a network.</exception>
    public static FeatureNetwork FromOnnx(byte[] onnx, string name)
    {
        ArgumentNullException.ThrowIfNull(onnx);
        ArgumentException.ThrowIfNullOrEmpty(name);
        return new(onnx, name);
    }

    /// <summary>Returns an extractor of one output, valid until this network is disposed.</summary>
    /// <param name="output">The output's name.</param>
    public IFeatureExtractor Output(string output) => Find(output);

    /// <summary>The shape of one sample.</summary>
    internal long[] InputShape => [.. _session.Inputs.First(port => port.ElementType == typeof(float)).Dimensions[1..]];

    /// <summary>The extractor of the first output.</summary>
    internal NetworkOutput First => _first;

    /// <summary>Writes the ONNX file.</summary>
    /// <param name="path">The file, which is replaced only on success.</param>
    public void Save(string path) => AtomicFile.Write(path, _onnx);

    /// <inheritdoc/>
    public void Extract(int count, ReadOnlyMemory<float> samples, Memory<float> features) =>
        _first.Extract(count, samples, features);

    bool IJointExtractor.ExtractWith(
        IFeatureExtractor other, int count, ReadOnlyMemory<float> samples, Memory<float> features, Memory<float> answers) =>
        _first.ExtractWith(other, count, samples, features, answers);

    /// <summary>Frees the network.</summary>
    public void Dispose() => _session.Dispose();

    private NetworkOutput Find(string output)
    {
        var port = _session.Outputs.FirstOrDefault(port => port.Name == output) ?? throw new ArgumentException(
            $"The network '{Name}' has no output '{output}'. It has {string.Join(", ", Outputs)}.", nameof(output));
        return new NetworkOutput(_onnx, _session, Name, port);
    }
}
