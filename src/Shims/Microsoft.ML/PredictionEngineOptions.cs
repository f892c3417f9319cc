using Microsoft.ML.Data;

namespace Microsoft.ML;

/// <summary>How a prediction engine is made.</summary>
public sealed class PredictionEngineOptions
{
    public PredictionEngineOptions()
    {
    }

    public bool IgnoreMissingColumns { get; set; } = true;

    public SchemaDefinition InputSchemaDefinition { get; set; } = null!;

    public SchemaDefinition OutputSchemaDefinition { get; set; } = null!;

    /// <summary>Whether the engine disposes the transformer with itself.</summary>
    public bool OwnsTransformer { get; set; } = true;
}
