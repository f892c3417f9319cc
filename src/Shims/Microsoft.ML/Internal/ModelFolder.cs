namespace Microsoft.ML.Internal;

/// <summary>A saved component: who loads it, its data, and the components in it.</summary>
internal sealed class ModelFolder
{
    public string? Loader { get; set; }

    public MemoryStream Data { get; init; } = new();

    public Dictionary<string, ModelFolder> Children { get; } = [];
}
