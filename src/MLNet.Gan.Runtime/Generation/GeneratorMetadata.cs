using System.Globalization;
using System.Reflection;
using System.Text.Json;

namespace MLNet.Gan;

/// <summary>The properties of a generator other than its network, stored in the metadata of its ONNX file.</summary>
internal sealed record GeneratorMetadata
{
    private const string Prefix = "mlnet.gan.";

    /// <summary>The metadata entry with the name of a feature network, which is no generator.</summary>
    public const string FeatureNetworkEntry = Prefix + "feature_network";

    /// <summary>The metadata entry of a generator of table rows, which has no others.</summary>
    public const string TableEntry = Prefix + "table";

    /// <summary>The shape of one sample.</summary>
    public required SampleShape Shape { get; init; }

    /// <summary>The length of a latent vector.</summary>
    public required int LatentSize { get; init; }

    /// <summary>The number of training samples of each class; empty without classes.</summary>
    public required IReadOnlyList<int> ClassCounts { get; init; }

    /// <summary>The column that the generator adds.</summary>
    public required string OutputColumnName { get; init; }

    /// <summary>The column that classes are read from; null without classes.</summary>
    public string? LabelColumnName { get; init; }

    /// <summary>Whether that column holds keys instead of numbers.</summary>
    public bool LabelIsKey { get; init; }

    /// <summary>The names of the classes, if the label column had them.</summary>
    public IReadOnlyList<string> ClassNames { get; init; } = [];

    /// <summary>The names of the components of a vector, if the column of samples had them; else empty.</summary>
    public IReadOnlyList<string> SlotNames { get; init; } = [];

    /// <summary>The column that latents are read from; null if they are drawn.</summary>
    public string? LatentColumnName { get; init; }

    /// <summary>The seed of drawn latents.</summary>
    public int Seed { get; init; }

    /// <summary>The number of generator updates.</summary>
    public long Steps { get; init; }

    /// <summary>Whether a cancellation ended the training early.</summary>
    public bool IsCanceled { get; init; }

    /// <summary>The options of the training, as text.</summary>
    public string Options { get; init; } = "";

    /// <summary>
    /// The largest difference between ONNX Runtime's and the trained network's outputs; NaN before it was measured.
    /// </summary>
    public double MaxAbsoluteDifference { get; init; } = double.NaN;

    /// <summary>The number of classes; 0 without.</summary>
    public int Classes => ClassCounts.Count;

    /// <summary>Returns the properties as the metadata of an ONNX file.</summary>
    public IReadOnlyDictionary<string, string> ToMetadata() =>
        new SortedDictionary<string, string>(StringComparer.Ordinal)
        {
            [Prefix + "version"] = ProductVersion,
            [Prefix + "shape"] = JsonSerializer.Serialize(Shape.Dimensions),
            [Prefix + "latent_size"] = Text(LatentSize),
            [Prefix + "latent_distribution"] = "normal(0, 1)",
            [Prefix + "class_counts"] = JsonSerializer.Serialize(ClassCounts),
            [Prefix + "class_names"] = JsonSerializer.Serialize(ClassNames),
            [Prefix + "slot_names"] = JsonSerializer.Serialize(SlotNames),
            [Prefix + "output_column"] = OutputColumnName,
            [Prefix + "label_column"] = LabelColumnName ?? "",
            [Prefix + "label_is_key"] = Text(LabelIsKey),
            [Prefix + "latent_column"] = LatentColumnName ?? "",
            [Prefix + "seed"] = Text(Seed),
            [Prefix + "steps"] = Text(Steps),
            [Prefix + "is_canceled"] = Text(IsCanceled),
            [Prefix + "options"] = Options,
            [Prefix + "max_absolute_difference"] = Text(MaxAbsoluteDifference),
        };

    /// <summary>Reads the properties from the metadata of an ONNX file.</summary>
    /// <exception cref="FormatException">The file is not from this package, or its metadata is damaged.</exception>
    public static GeneratorMetadata FromMetadata(IReadOnlyDictionary<string, string> metadata)
    {
        string Field(string name) => metadata.TryGetValue(Prefix + name, out var value) ? value
            : throw Missing(Prefix + name, metadata);

        T Parsed<T>(string name, Func<string, T?> parse)
        {
            var field = Field(name);
            try
            {
                return parse(field) ?? throw new FormatException("It is null.");
            }
            catch (Exception damage)
                when (damage is JsonException or FormatException or OverflowException or ArgumentException)
            {
                throw new FormatException(
                    $"The metadata entry '{Prefix}{name}' of the generator's ONNX file is damaged: {damage.Message} "
                        + "Copy or export the file again.", damage);
            }
        }

        var read = new GeneratorMetadata
        {
            Shape = Parsed("shape", text => JsonSerializer.Deserialize<int[]>(text) switch
            {
                [var size] => SampleShape.Vector(size),
                [var channels, var height, var width] => SampleShape.Image(channels, height, width),
                _ => throw new FormatException("A shape has one dimension or three."),
            }),
            LatentSize = Parsed("latent_size", text => Check.Positive(Number<int>(text), "latent_size")),
            ClassCounts = Parsed("class_counts", text => JsonSerializer.Deserialize<int[]>(text)),
            ClassNames = Parsed("class_names", text => JsonSerializer.Deserialize<string[]>(text)),
            // Files of the first builds have no such entry.
            SlotNames = metadata.ContainsKey(Prefix + "slot_names")
                ? Parsed("slot_names", text => JsonSerializer.Deserialize<string[]>(text))
                : [],
            OutputColumnName = Field("output_column"),
            LabelColumnName = NullIfEmpty(Field("label_column")),
            LabelIsKey = Parsed("label_is_key", bool.Parse),
            LatentColumnName = NullIfEmpty(Field("latent_column")),
            Seed = Parsed("seed", Number<int>),
            Steps = Parsed("steps", Number<long>),
            IsCanceled = Parsed("is_canceled", bool.Parse),
            Options = Field("options"),
            MaxAbsoluteDifference = Parsed("max_absolute_difference", Number<double>),
        };
        return read.SlotNames.Count == 0 || read.SlotNames.Count == read.Shape.Size
            ? read
            : throw new FormatException(
                $"The metadata entry '{Prefix}slot_names' of the generator's ONNX file is damaged: it has "
                    + $"{read.SlotNames.Count} names for {read.Shape.Size} values. Copy or export the file again.");
    }

    private static FormatException Missing(string entry, IReadOnlyDictionary<string, string> metadata) => new(
        $"The ONNX file has no metadata entry '{entry}', "
            + (metadata.ContainsKey(TableEntry)
                ? "but is a generator of table rows. Open it with ml.Gan.LoadTable."
                : metadata.ContainsKey(FeatureNetworkEntry)
                ? "but is a feature network of MLNet.Gan. Open it with FeatureNetwork.FromOnnx."
                : metadata.Keys.Any(key => key.StartsWith(Prefix, StringComparison.Ordinal))
                ? "but others of MLNet.Gan, so it is damaged. Copy or export the file again."
                : "so MLNet.Gan did not write it."));

    /// <summary>The version of this package.</summary>
    public static string ProductVersion { get; } = typeof(GeneratorMetadata).Assembly
        .GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion.Split('+')[0];

    private static string Text(IConvertible value) => value.ToString(CultureInfo.InvariantCulture);

    private static T Number<T>(string text) where T : IParsable<T> => T.Parse(text, CultureInfo.InvariantCulture);

    private static string? NullIfEmpty(string text) => text.Length == 0 ? null : text;
}
