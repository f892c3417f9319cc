using Microsoft.ML.Data;

namespace Microsoft.ML;

/// <summary>How a prediction engine is made.</summary>
public sealed class PredictionEngineOptions
{
    /// <summary>The defaults.</summary>
    public PredictionEngineOptions()
    {
    }

    /// <summary>Whether members of the output without a column keep their values, else they throw; true.</summary>
    public bool IgnoreMissingColumns { get; set; } = true;

    /// <summary>Names and types for the members of the input; what the class says when it is null.</summary>
    public SchemaDefinition InputSchemaDefinition { get; set; } = null!;

    /// <summary>Names and types for the members of the output; what the class says when it is null.</summary>
    public SchemaDefinition OutputSchemaDefinition { get; set; } = null!;

    /// <summary>
    /// Whether the engine disposes the transformer with itself; true, which surprises who uses it elsewhere.
    /// </summary>
    public bool OwnsTransformer { get; set; } = true;
}
