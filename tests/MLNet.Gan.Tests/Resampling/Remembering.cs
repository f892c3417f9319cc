using Microsoft.ML;
using Microsoft.ML.Data;

namespace MLNet.Gan.Tests.Resampling;

/// <summary>A classifier that says of a row whether it was among those that it was fitted to.</summary>
internal sealed class Remembering : IEstimator<ITransformer>
{
    private readonly MLContext _context = new(seed: 1);

    /// <summary>The column by which it knows a row.</summary>
    public string Column { get; init; } = "Id";

    /// <summary>Called before each fit with the number of fits.</summary>
    public Action<int>? OnFit { get; init; }

    /// <summary>The known rows of each fit.</summary>
    public List<HashSet<string>> Fits { get; } = [];

    /// <summary>Whether each row that was scored was known.</summary>
    public List<bool> Seen { get; } = [];

    public ITransformer Fit(IDataView input)
    {
        HashSet<string> known = [.. input.GetColumn<string>(Column)];
        Fits.Add(known);
        OnFit?.Invoke(Fits.Count);
        return _context.Transforms.CustomMapping<Patient, Answer>((patient, answer) =>
        {
            answer.PredictedLabel = known.Contains(Column == "Id" ? patient.Id : patient.Clinic);
            Seen.Add(answer.PredictedLabel);
        }, null).Fit(input);
    }

    public SchemaShape GetOutputSchema(SchemaShape inputSchema) => inputSchema;

    private sealed class Answer
    {
        public bool PredictedLabel { get; set; }
    }
}
