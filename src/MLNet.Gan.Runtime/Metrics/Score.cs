using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace MLNet.Gan.Metrics;

/// <summary>The value of a metric, with the protocol that is needed to compare it with another
/// value.</summary>
/// <param name="Name">The metric's name, such as "recall".</param>
/// <param name="Value">The value.</param>
/// <param name="Protocol">The conditions under which it was computed.</param>
public sealed record Score(string Name, double Value, Protocol Protocol)
{
    private static readonly JsonSerializerOptions Json = new()
    {
        WriteIndented = true,
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals,
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>The standard deviation over the metric's own splits or subsets; null if it has none.</summary>
    public double? Deviation { get; init; }

    /// <summary>The confidence interval of the value; null unless it was requested.</summary>
    public ConfidenceInterval? Interval { get; init; }

    /// <summary>The reasons to doubt the value; empty if there are none.</summary>
    public IReadOnlyList<ScoreWarning> Warnings { get; init; } = [];

    /// <summary>Returns this value minus another one of the same metric and protocol.</summary>
    /// <param name="other">The other score.</param>
    /// <exception cref="InvalidOperationException">The metric or the protocol differs: the message names the
    /// differences.</exception>
    public double Minus(Score other)
    {
        ArgumentNullException.ThrowIfNull(other);
        IReadOnlyList<string> differences = Name == other.Name
            ? Protocol.Differences(other.Protocol)
            : [$"metric: {Name} and {other.Name}", .. Protocol.Differences(other.Protocol)];
        return differences.Count == 0
            ? Value - other.Value
            : throw new InvalidOperationException(
                $"{Name} = {Text(Value)} and {other.Name} = {Text(other.Value)} cannot be compared, since they were "
                    + $"measured differently ({string.Join("; ", differences)}). Measure both in the same way.");
    }

    /// <summary>Returns the score as indented JSON.</summary>
    public string ToJson() => JsonSerializer.Serialize(this, Json);

    /// <summary>Reads a score that <see cref="ToJson"/> wrote.</summary>
    /// <param name="json">The text.</param>
    /// <exception cref="FormatException">The text is not a score.</exception>
    public static Score FromJson(string json)
    {
        ArgumentNullException.ThrowIfNull(json);
        try
        {
            if (JsonSerializer.Deserialize<Score>(json, Json) is { Name: not null, Protocol: not null } score)
                return score;
        }
        catch (JsonException e)
        {
            throw new FormatException($"The text is not the JSON of a score: {e.Message}", e);
        }

        throw new FormatException("The JSON is not that of a score: it needs a name, a value and a protocol.");
    }

    /// <summary>Returns name, value, protocol and warnings on one line.</summary>
    public override string ToString() =>
        $"{Name} = {Text(Value)}"
        + (Deviation is { } deviation ? $" ± {Text(deviation)}" : "")
        + (Interval is { } interval ? $" [{Text(interval.Low)}, {Text(interval.High)}]" : "")
        + $" ({Protocol})"
        + string.Concat(Warnings.Select(warning => $" Warning: {warning.Message}"));

    private static string Text(double value) =>
        Math.Abs(value) is > 0 and < 0.01 ? value.ToString("0.###e+0", CultureInfo.InvariantCulture)
            : value.ToString("0.####", CultureInfo.InvariantCulture);
}
