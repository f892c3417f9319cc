using System.Text.Json;
using System.Text.Json.Serialization;

namespace MLNet.Gan;

/// <summary>What a checkpoint holds besides tensors: where the run stands, and what it was computed from.</summary>
internal sealed record CheckpointState
{
    /// <summary>The version of this record, which changes when its meaning does.</summary>
    public const int CurrentFormat = 2;

    private static readonly JsonSerializerOptions Json = new()
    {
        NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals, // A loss can be NaN.
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
    };

    public int Format { get; init; } = CurrentFormat;

    /// <summary>The version of the library that wrote it.</summary>
    public required string Library { get; init; }

    /// <summary>What decides the run's results.</summary>
    public required RunIdentity Identity { get; init; }

    /// <summary>What computed it: other processors and numbers of threads round otherwise.</summary>
    public required string Processor { get; init; }

    /// <summary>The number of steps done.</summary>
    public required long Step { get; init; }

    /// <summary>The number of images of all steps, of which growing architectures have their phase.</summary>
    public required long Images { get; init; }

    /// <summary>The number of images from which the last step had its phase.</summary>
    public required long PhaseImages { get; init; }

    /// <summary>The number of rows drawn from the data.</summary>
    public required long Rows { get; init; }

    public required long GeneratorUpdates { get; init; }

    public required long DiscriminatorUpdates { get; init; }

    public required ControllerState Controllers { get; init; }

    public required RunLogState Log { get; init; }

    /// <summary>The scores; null for a run that is not scored.</summary>
    public ScorerState? Scorer { get; init; }

    /// <summary>The state of the guard; null for a checkpoint without one.</summary>
    public GuardState? Guard { get; init; }

    /// <summary>Reads what <see cref="ToJson"/> wrote.</summary>
    /// <exception cref="FormatException">It was written by another version.</exception>
    public static CheckpointState FromJson(string text)
    {
        try
        {
            var state = JsonSerializer.Deserialize<CheckpointState>(text, Json);
            return state?.Format == CurrentFormat ? state
                : throw new FormatException($"Its format is {state?.Format}, but this version reads {CurrentFormat}.");
        }
        catch (Exception e) when (e is JsonException or ArgumentException)
        {
            throw new FormatException($"Its state was written by another version: {e.Message}", e);
        }
    }

    /// <summary>Returns the state as JSON.</summary>
    public string ToJson() => JsonSerializer.Serialize(this, Json);
}
