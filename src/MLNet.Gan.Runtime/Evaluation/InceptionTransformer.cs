using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.Runtime;

namespace MLNet.Gan.Metrics;

/// <summary>
/// Adds a column of features to every row, and one of logits if requested. It is thread-safe.
/// </summary>
/// <remarks>
/// Images are evaluated in batches, those of one size together; the results do not depend on it. The columns have the
/// annotations "Network", "Weights" and "Preprocessing".
/// </remarks>
public sealed class InceptionTransformer : ITransformer, IDisposable
{
    private readonly MLContext _context;
    private readonly string _outputColumn;
    private readonly string _inputColumn;
    private readonly InceptionOptions _options;
    private readonly TraitWarnings _traits;

    internal InceptionTransformer(
        MLContext context, string outputColumn, string inputColumn, InceptionOptions options, InceptionNetwork network) =>
        (_context, _outputColumn, _inputColumn, _options, Network, _traits) =
            (context, outputColumn, inputColumn, options, network, new(Warn));

    /// <summary>The network, valid until this transformer is disposed.</summary>
    public InceptionNetwork Network { get; }

    /// <inheritdoc/>
    public IDataView Transform(IDataView input)
    {
        ArgumentNullException.ThrowIfNull(input);
        return new MappedView(input, Mapper(input.Schema));
    }

    /// <inheritdoc/>
    public DataViewSchema GetOutputSchema(DataViewSchema inputSchema)
    {
        ArgumentNullException.ThrowIfNull(inputSchema);
        return Mapper(inputSchema).OutputSchema;
    }

    bool ITransformer.IsRowToRowMapper => true;

    IRowToRowMapper ITransformer.GetRowToRowMapper(DataViewSchema inputSchema)
    {
        ArgumentNullException.ThrowIfNull(inputSchema);
        return Mapper(inputSchema);
    }

    void ICanSaveModel.Save(ModelSaveContext ctx) => throw new NotSupportedException(
        $"A pipeline with the features of '{Network.Name}' cannot be saved, since a pipeline does not contain its "
            + "weights. Save the other steps, and append ml.Gan.InceptionFeatures after loading.");

    /// <summary>Frees the network. No thread may still be using it.</summary>
    public void Dispose() => Network.Dispose();

    /// <summary>Returns the columns that a network adds.</summary>
    internal static IReadOnlyList<DataViewSchema.DetachedColumn> Columns(InceptionNetwork network, string name)
    {
        var origin = new DataViewSchema.Annotations.Builder();
        origin.AddPrimitiveValue("Network", TextDataViewType.Instance, network.Name.AsMemory());
        origin.AddPrimitiveValue("Weights", TextDataViewType.Instance, network.Weights.AsMemory());
        origin.AddPrimitiveValue("Preprocessing", TextDataViewType.Instance, network.Preprocessing.AsMemory());
        var annotations = origin.ToAnnotations();
        DataViewSchema.DetachedColumn Column(string called, int size) =>
            new(called, new VectorDataViewType(NumberDataViewType.Single, size), annotations);
        return network.Classes == 0
            ? [Column(name, network.FeatureSize)]
            : [Column(name, network.FeatureSize), Column(name + "Logits", network.Classes)];
    }

    private AddedColumns Mapper(DataViewSchema schema)
    {
        var images = ImageColumn.Find(schema, _inputColumn, _options.Shape, _options.Range ?? PixelRange.PlusMinusOne);
        var columns = Columns(Network, _outputColumn);
        return new(schema, columns, [images.Column], _options.BatchSize, (row, capacity) =>
        {
            var tally = new ImageTally();
            var read = images.Bind(row, tally);
            var check = new UpperHalfCheck(images, isDeclared: _options.Range is not null);
            var taken = new (SampleShape Shape, byte[] Pixels)[capacity];
            return new(capacity, [.. columns.Select(column => ((VectorDataViewType)column.Type).Size)],
                take: i => check.See((taken[i] = read()).Pixels),
                compute: (count, answers) => ExtractBatch(taken.AsSpan(0, count), answers),
                complete: () => _traits.Say(tally));
        });
    }

    private void Warn(string message)
    {
        using var channel = ((IChannelProvider)_context).Start("InceptionFeatures");
        channel.Warning(MessageSensitivity.UserData, "{0}", message);
    }

    /// <summary>Evaluates images, consecutive ones of one shape together.</summary>
    private void ExtractBatch(ReadOnlySpan<(SampleShape Shape, byte[] Pixels)> images, float[][] answers)
    {
        for (var (first, end) = (0, 0); first < images.Length; first = end)
        {
            var shape = images[first].Shape;
            while (end < images.Length && images[end].Shape == shape)
                end++;
            var count = end - first;
            var pixels = new byte[count * shape.Size];
            for (var i = 0; i < count; i++)
                images[first + i].Pixels.CopyTo(pixels, i * shape.Size);
            Network.Extract(count, pixels, shape,
                answers[0].AsMemory(first * Network.FeatureSize, count * Network.FeatureSize),
                Network.Classes == 0 ? default : answers[1].AsMemory(first * Network.Classes, count * Network.Classes));
        }
    }
}
