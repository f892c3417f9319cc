namespace MLNet.Gan;

/// <summary>The columns of a saved network's chain. Saved pipelines contain these names: never change them.</summary>
internal static class SavedGeneratorColumns
{
    public const string Key = "MLNet.Gan.Key";
    public const string Payload = "MLNet.Gan.Payload";
    public const string Row = "MLNet.Gan.Row";
    public const string LabelKey = "MLNet.Gan.LabelKey";
    public const string LabelNumber = "MLNet.Gan.LabelNumber";
    public const string Vector = "MLNet.Gan.Vector";
    public const string Output = "MLNet.Gan.Output";

    /// <summary>The network's input columns.</summary>
    public static string[] Inputs => [Key, Payload, Row, LabelKey, LabelNumber, Vector];
}
