using Microsoft.ML.Data;
using Microsoft.ML.Internal;
using Microsoft.ML.Runtime;

namespace Microsoft.ML;

/// <summary>Saves, loads and applies models; offered by <see cref="MLContext.Model"/>.</summary>
public sealed class ModelOperationsCatalog
{
    private readonly IHostEnvironment _environment;

    internal ModelOperationsCatalog(IHostEnvironment environment) => _environment = environment;

    /// <summary>Saves a model to a file. The file is opened only when the model is known to be savable.</summary>
    /// <param name="model">The model.</param>
    /// <param name="inputSchema">The schema that it was trained on; null if it need not be known.</param>
    /// <param name="filePath">The file, replaced if there is one.</param>
    /// <exception cref="InvalidOperationException">
    /// A step saves nothing, or is a custom mapping without a contract.
    /// </exception>
    public void Save(ITransformer model, DataViewSchema? inputSchema, string filePath)
    {
        Check.NonEmpty(filePath, nameof(filePath));
        using MemoryStream content = new();
        Save(model, inputSchema, content);
        using var file = File.Create(filePath);
        content.WriteTo(file);
    }

    /// <summary>Saves a model to a stream, which stays open.</summary>
    /// <exception cref="InvalidOperationException">
    /// A step saves nothing, or is a custom mapping without a contract.
    /// </exception>
    public void Save(ITransformer model, DataViewSchema? inputSchema, Stream stream)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(stream);
        ModelArchive.Write(stream, ModelSaveContext.SaveModel(model), inputSchema);
    }

    /// <summary>Loads a model from a file of this shim; the real package writes another format.</summary>
    /// <param name="filePath">The file.</param>
    /// <param name="inputSchema">The schema that the model was trained on; null where none was saved.</param>
    /// <exception cref="FormatException">The file is no sound model.</exception>
    /// <exception cref="InvalidDataException">The file is no zip file.</exception>
    /// <exception cref="InvalidOperationException">
    /// A step could not be made again, or its contract has no factory.
    /// </exception>
    public ITransformer Load(string filePath, out DataViewSchema inputSchema)
    {
        Check.NonEmpty(filePath, nameof(filePath));
        using var file = File.OpenRead(filePath);
        return Load(file, out inputSchema);
    }

    /// <summary>Loads a model from a stream, which stays open.</summary>
    /// <inheritdoc cref="Load(string, out DataViewSchema)"/>
    public ITransformer Load(Stream stream, out DataViewSchema inputSchema)
    {
        ArgumentNullException.ThrowIfNull(stream);
        var (folder, schema) = ModelArchive.Read(stream);
        inputSchema = schema!;
        return new ModelReader(_environment, folder).Load();
    }

    /// <summary>Makes an engine, which owns the transformer: disposing the engine disposes it.</summary>
    /// <typeparam name="TSrc">The class that is read.</typeparam>
    /// <typeparam name="TDst">The class that is written.</typeparam>
    /// <param name="transformer">The model.</param>
    /// <param name="ignoreMissingColumns">
    /// Whether members of <typeparamref name="TDst"/> without a column keep their values.
    /// </param>
    /// <param name="inputSchemaDefinition">Names and types for the members of <typeparamref name="TSrc"/>.</param>
    /// <param name="outputSchemaDefinition">Names and types for the members of <typeparamref name="TDst"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">
    /// The model is no row-to-row mapper, or a column that it reads is missing or of the wrong type.
    /// </exception>
    /// <exception cref="InvalidOperationException">
    /// A member of <typeparamref name="TDst"/> does not fit its column, or has none though it must.
    /// </exception>
    public PredictionEngine<TSrc, TDst> CreatePredictionEngine<TSrc, TDst>(
        ITransformer transformer,
        bool ignoreMissingColumns = true,
        SchemaDefinition? inputSchemaDefinition = null,
        SchemaDefinition? outputSchemaDefinition = null)
        where TSrc : class
        where TDst : class, new() => CreatePredictionEngine<TSrc, TDst>(transformer, new PredictionEngineOptions
        {
            IgnoreMissingColumns = ignoreMissingColumns,
            InputSchemaDefinition = inputSchemaDefinition!,
            OutputSchemaDefinition = outputSchemaDefinition!,
        });

    /// <summary>
    /// Makes an engine whose input has the types and annotations that a schema has for columns of the same names.
    /// </summary>
    public PredictionEngine<TSrc, TDst> CreatePredictionEngine<TSrc, TDst>(ITransformer transformer, DataViewSchema inputSchema)
        where TSrc : class
        where TDst : class, new()
    {
        ArgumentNullException.ThrowIfNull(transformer);
        ArgumentNullException.ThrowIfNull(inputSchema);
        return CreatePredictionEngine<TSrc, TDst>(
            transformer, inputSchemaDefinition: SchemaDefinitions.Like<TSrc>(inputSchema));
    }

    /// <summary>Makes an engine.</summary>
    /// <exception cref="ArgumentOutOfRangeException">
    /// The model is no row-to-row mapper, or a column that it reads is missing or of the wrong type.
    /// </exception>
    /// <exception cref="InvalidOperationException">
    /// A member of <typeparamref name="TDst"/> does not fit its column, or has none though it must.
    /// </exception>
    public PredictionEngine<TSrc, TDst> CreatePredictionEngine<TSrc, TDst>(
        ITransformer transformer, PredictionEngineOptions options)
        where TSrc : class
        where TDst : class, new()
    {
        ArgumentNullException.ThrowIfNull(transformer);
        ArgumentNullException.ThrowIfNull(options);
        return new(transformer, options);
    }
}
