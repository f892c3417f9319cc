using System.Runtime.CompilerServices;
using Microsoft.ML;
using Microsoft.ML.Data;
using MLNet.Gan.Reports;

namespace MLNet.Gan;

/// <summary>A trained generator, which adds a column of generated samples, one for each row. Thread-safe.</summary>
/// <remarks>
/// A row's sample depends on the seed of the options and the row's id (or its latent column), and with classes on its
/// label. ML.NET's prediction engine disposes its transformer unless <c>OwnsTransformer</c> is false.
/// </remarks>
public sealed class GanTransformer : ITransformer, IDisposable
{
    private readonly MLContext _context;
    private readonly GeneratorModel _model;
    private bool _isDisposed;

    internal GanTransformer(MLContext context, GeneratorModel model, TrainingRun? run = null) =>
        (_context, _model, Run) = (context, model, run);

    /// <summary>The shape of one sample.</summary>
    public SampleShape Shape => _model.Metadata.Shape;

    /// <summary>The number of classes; 0 without.</summary>
    public int Classes => _model.Metadata.Classes;

    /// <summary>The length of a latent vector.</summary>
    public int LatentSize => _model.Metadata.LatentSize;

    /// <summary>Whether a cancellation ended the training early.</summary>
    public bool IsCanceled => _model.Metadata.IsCanceled;

    /// <summary>The options that the generator was trained with, as text.</summary>
    public string OptionsText => _model.Metadata.Options;

    /// <summary>The reports and findings of the training; null for a loaded generator.</summary>
    public TrainingRun? Run { get; }

    /// <summary>
    /// Generates samples, with the class frequencies of the training data. Equal seeds give equal samples.
    /// </summary>
    /// <param name="count">The number of samples, at least 0.</param>
    /// <param name="seed">The seed of latents and classes.</param>
    /// <returns>
    /// A view of the output column and, with classes, the label column; samples are generated when it is read.
    /// </returns>
    public IDataView Generate(int count, int seed = 0)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        var labels = Classes == 0 ? null : ClassDraw.Like(_model.Metadata.ClassCounts, count, seed);
        return new GeneratedView(_model, new DrawnLatents(count, seed), labels);
    }

    /// <summary>Generates one sample for each of the given labels. Equal seeds give equal samples.</summary>
    /// <param name="labels">The classes, counted from 0.</param>
    /// <param name="seed">The seed of latents.</param>
    /// <exception cref="ArgumentOutOfRangeException">
    /// A label is not one of the classes, or its class had no rows in the training.
    /// </exception>
    /// <exception cref="InvalidOperationException">The generator was trained without classes.</exception>
    [OverloadResolutionPriority(1)] // So that null and [] still mean labels.
    public IDataView Generate(IEnumerable<int> labels, int seed = 0)
    {
        var classes = GivenClasses.Of(labels, _model.Metadata, "Use Generate(count, seed)");
        return new GeneratedView(_model, new DrawnLatents(classes.Length, seed), classes);
    }

    /// <summary>Generates the samples of given latents.</summary>
    /// <remarks>Training draws the components of a latent independently from N(0, 1).</remarks>
    /// <param name="latents">The latents, each of <see cref="LatentSize"/> finite numbers; they are copied.</param>
    /// <param name="labels">
    /// The class of each latent, counted from 0; null (default) for a generator without classes.
    /// </param>
    /// <returns>
    /// A view of the output column and, with classes, the label column, in the order of the latents; samples are
    /// generated when it is read.
    /// </returns>
    /// <exception cref="ArgumentException">
    /// A latent is null, has another length or a value that is not finite, or the labels are missing or differ in
    /// number from the latents.
    /// </exception>
    /// <exception cref="ArgumentOutOfRangeException">
    /// A label is not one of the classes, or its class had no rows in the training.
    /// </exception>
    /// <exception cref="InvalidOperationException">
    /// Labels are given, but the generator was trained without classes.
    /// </exception>
    public IDataView Generate(IEnumerable<float[]> latents, IEnumerable<int>? labels = null)
    {
        var given = GivenLatents.Of(latents, LatentSize);
        if (labels is null && Classes > 0)
            throw new ArgumentException(
                $"This generator was trained with {Classes} classes, but no labels are given. Give a label for each "
                    + "latent.", nameof(labels));
        var classes = labels is null ? null : GivenClasses.Of(labels, _model.Metadata, "Leave the labels out");
        return classes is null || classes.Length == given.Count
            ? new GeneratedView(_model, given, classes)
            : throw new ArgumentException(
                $"There are {given.Count} latents, but {classes.Length} labels. Give a label for each latent.",
                nameof(labels));
    }

    /// <summary>Writes the generator as an ONNX file, which <see cref="GanCatalog.Load"/> reads.</summary>
    /// <remarks>
    /// Inputs: "latent" [N, latent size] and, with classes, "label" [N] (int64); output: "sample" [N, …]. <c>Fit</c>
    /// has compared it with the trained network: ONNX Runtime's samples of 256 random latents differ by at most 1e-4 of their
    /// largest absolute value, or by 1e-4 if that is below 1. ML.NET's ApplyOnnxModel wants "label" as a
    /// <c>Vector&lt;Int64, 1&gt;</c>, to which it converts no keys; keys count from 1 and classes from 0, so map them with
    /// <c>CustomMapping&lt;Keyed, Numbered&gt;((row, made) =&gt; made.Number = [row.Label - 1L], null)</c>, where Number is a
    /// <c>long[]</c> with <c>[ColumnName("label"), VectorType(1)]</c>.
    /// </remarks>
    /// <param name="path">The file, which is replaced only on success.</param>
    public OnnxExport ExportToOnnx(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        ObjectDisposedException.ThrowIf(_isDisposed, this);
        AtomicFile.Write(path, _model.Onnx);
        return new(Path.GetFullPath(path), _model.Metadata.MaxAbsoluteDifference, _model.Onnx.LongLength);
    }

    /// <inheritdoc cref="ExportToOnnx"/>
    public void Save(string path) => ExportToOnnx(path);

    /// <summary>
    /// Returns a report of the training: its curves, findings and options. Add sections of your own with <c>with</c>.
    /// </summary>
    /// <param name="title">The headline.</param>
    /// <exception cref="InvalidOperationException">
    /// The generator was loaded, and has no data of its training.
    /// </exception>
    public RunReport Report(string title) => TrainingReport.Of(
        Run ?? throw new InvalidOperationException(
            "A loaded generator has no data of its training. Create the report from the transformer that Fit returned."),
        OptionsText, title);

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

    void ICanSaveModel.Save(ModelSaveContext ctx) =>
        ((ICanSaveModel)GanPipeline.Persistent(_context, _model)).Save(ctx);

    /// <summary>Releases the network; a second call has no effect.</summary>
    public void Dispose()
    {
        _isDisposed = true;
        _model.Dispose();
    }

    private AddedColumns Mapper(DataViewSchema schema) => GeneratedColumn.Mapper(_model, schema);
}
