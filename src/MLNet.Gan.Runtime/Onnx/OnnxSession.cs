using System.Runtime.InteropServices;
using Microsoft.ML.OnnxRuntime;

namespace MLNet.Gan;

/// <summary>An ONNX model loaded in ONNX Runtime. It is thread-safe.</summary>
internal sealed class OnnxSession : IDisposable
{
    private readonly InferenceSession _session;
    private readonly RunOptions _runOptions;
    private readonly OnnxPort _input;
    private readonly OnnxPort? _label;
    private bool _disposed;

    /// <summary>Loads a model that has one input of floats and optionally one of Int64 labels.</summary>
    /// <param name="model">The bytes of the file.</param>
    /// <param name="gpuDeviceId">The CUDA device to run on; null for the CPU.</param>
    /// <param name="fallbackToCpu">Whether to run on the CPU when that device cannot be used.</param>
    /// <param name="threads">The number of CPU threads of one run; 0 for one per processor.</param>
    /// <exception cref="FormatException">The bytes are not such a model.</exception>
    /// <exception cref="InvalidOperationException">The device cannot be used, and there is no fallback.</exception>
    public OnnxSession(ReadOnlyMemory<byte> model, int? gpuDeviceId = null, bool fallbackToCpu = true, int threads = 0)
        : this(
            model,
            new() { GpuDeviceId = gpuDeviceId, FallbackToCpu = fallbackToCpu, Threads = threads },
            typeof(float))
    {
    }

    private OnnxSession(ReadOnlyMemory<byte> model, SessionSettings settings, Type inputType)
    {
        (_session, UsesGpu) = OnnxSessionFactory.Open(model, settings);

        // Errors of a run are thrown, and this library does not print.
        _runOptions = new() { LogSeverityLevel = OrtLoggingLevel.ORT_LOGGING_LEVEL_FATAL };
        try
        {
            Metadata = _session.ModelMetadata.CustomMetadataMap;
            Inputs = [.. _session.InputNames.Select(name => OnnxPort.Of(name, _session.InputMetadata[name]))];
            Outputs = [.. _session.OutputNames.Select(name => OnnxPort.Of(name, _session.OutputMetadata[name]))];
            (_input, _label) = Roles(Inputs, inputType);
        }
        catch
        {
            Dispose();
            throw;
        }
    }

    /// <summary>Loads a model that has one input of images of any size, [N, C, H, W] bytes.</summary>
    /// <param name="model">The bytes of the file.</param>
    /// <param name="settings">Where and how to run it.</param>
    /// <exception cref="FormatException">The bytes are not such a model.</exception>
    /// <exception cref="InvalidOperationException">The device cannot be used, and there is no fallback.</exception>
    public static OnnxSession OfImages(ReadOnlyMemory<byte> model, SessionSettings settings) =>
        new(model, settings, typeof(byte));

    /// <summary>The file's metadata properties.</summary>
    public IReadOnlyDictionary<string, string> Metadata { get; }

    /// <summary>The model's inputs, in the file's order.</summary>
    public IReadOnlyList<OnnxPort> Inputs { get; }

    /// <summary>The model's outputs, in the file's order.</summary>
    public IReadOnlyList<OnnxPort> Outputs { get; }

    /// <summary>Whether the model runs on the requested GPU.</summary>
    public bool UsesGpu { get; }

    /// <summary>Runs the model once, reading and writing the buffers in place.</summary>
    /// <example><c>session.Run(64, latents, labels, ("image", images));</c></example>
    /// <param name="count">The number of rows.</param>
    /// <param name="input">The values of the float input, row-major.</param>
    /// <param name="labels">The values of the label input; null or empty for a model without labels.</param>
    /// <param name="outputs">The outputs to compute, and the buffers that they fill exactly.</param>
    /// <exception cref="ArgumentException">A name is unknown, or a buffer has a wrong
    /// length.</exception>
    public void Run(
        int count,
        ReadOnlyMemory<float> input,
        ReadOnlyMemory<long> labels,
        params ReadOnlySpan<(string Name, Memory<float> Destination)> outputs)
    {
        List<string> names = [];
        List<OrtValue> inputs = [];
        try
        {
            Bind(count, input, labels, names, inputs);
            Run(count, names, inputs, outputs);
        }
        finally
        {
            inputs.ForEach(value => value.Dispose());
        }
    }

    /// <summary>Runs a model of images once, reading and writing the buffers in place.</summary>
    /// <param name="count">The number of images.</param>
    /// <param name="height">The height of each.</param>
    /// <param name="width">The width of each.</param>
    /// <param name="images">The images [N, C, H, W].</param>
    /// <param name="outputs">The outputs to compute, and the buffers that they fill exactly.</param>
    /// <exception cref="ArgumentException">A name is unknown, or a buffer has a wrong
    /// length.</exception>
    public void Run(
        int count,
        int height,
        int width,
        ReadOnlyMemory<byte> images,
        params ReadOnlySpan<(string Name, Memory<float> Destination)> outputs)
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(count);
        var sized = _input with { Dimensions = [.. _input.Dimensions[..2], height, width] };
        using var input = Wrap(sized, count, MemoryMarshal.AsMemory(images), nameof(images));
        Run(count, [_input.Name], [input], outputs);
    }

    /// <summary>Frees the model. No thread may still be running it.</summary>
    public void Dispose()
    {
        _disposed = true;
        _session.Dispose();
        _runOptions.Dispose();
    }

    private void Run(
        int count,
        IReadOnlyCollection<string> inputNames,
        IReadOnlyCollection<OrtValue> inputs,
        ReadOnlySpan<(string Name, Memory<float> Destination)> outputs)
    {
        List<string> names = [];
        List<OrtValue> values = [];
        try
        {
            foreach (var (name, destination) in outputs)
            {
                names.Add(name);
                values.Add(Wrap(Output(name), count, destination, nameof(outputs)));
            }

            _session.Run(_runOptions, inputNames, inputs, names, values);
        }
        finally
        {
            values.ForEach(value => value.Dispose());
        }
    }

    private void Bind(
        int count, ReadOnlyMemory<float> input, ReadOnlyMemory<long> labels, List<string> names, List<OrtValue> values)
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(count);
        if (_label is null && !labels.IsEmpty)
        {
            throw new ArgumentException($"The model takes no labels, but {labels.Length} were given.", nameof(labels));
        }

        names.Add(_input.Name);
        values.Add(Wrap(_input, count, MemoryMarshal.AsMemory(input), nameof(input)));
        if (_label is not null)
        {
            names.Add(_label.Name);
            values.Add(Wrap(_label, count, MemoryMarshal.AsMemory(labels), nameof(labels)));
        }
    }

    private OnnxPort Output(string name) =>
        Outputs.FirstOrDefault(output => output.Name == name) ?? throw new ArgumentException(
            $"The model has no output named '{name}'. It has "
                + $"{string.Join(", ", Outputs.Select(port => $"'{port.Name}'"))}.",
            nameof(name));

    // The value pins the buffer: nothing is copied.
    private static OrtValue Wrap<T>(OnnxPort port, int count, Memory<T> buffer, string parameter) where T : unmanaged =>
        OrtValue.CreateTensorValueFromMemory(
            OrtMemoryInfo.DefaultInstance, buffer, port.Shape<T>(count, buffer.Length, parameter));

    private static (OnnxPort Input, OnnxPort? Label) Roles(IReadOnlyList<OnnxPort> inputs, Type inputType)
    {
        var samples = inputs.Where(port => port.ElementType == inputType).ToList();
        var labels = inputs.Where(port => port.ElementType == typeof(long)).ToList();
        return samples.Count == 1 && labels.Count <= 1 && inputs.Count == samples.Count + labels.Count
            ? (samples[0], labels.FirstOrDefault())
            : throw new FormatException(
                "The ONNX model takes "
                    + $"{string.Join(", ", inputs.Select(port => $"'{port.Name}' ({port.ElementType.Name})"))}, "
                    + $"but it must take one {inputType.Name} input and at most one Int64 input for labels. Export it so; a "
                    + "model of half precision with floats at its ends (keep_io_types=True), other inputs as constants.");
    }
}
