using Microsoft.ML;

namespace MLNet.Gan.Tests.Resampling;

/// <summary>A row of a table with a rare class.</summary>
internal sealed class Patient
{
    public string Id { get; set; } = "";

    public string Clinic { get; set; } = "";

    public float Age { get; set; }

    public float Pressure { get; set; }

    public string Smoker { get; set; } = "";

    public bool Label { get; set; }

    public string Outcome { get; set; } = "";

    /// <summary>Some patients, of whom about one in eleven is ill.</summary>
    /// <param name="count">How many.</param>
    /// <param name="apart">How far the ill ones are from the others, in standard deviations.</param>
    /// <param name="seed">The seed.</param>
    public static IDataView View(int count = 330, double apart = 1.5, int seed = 1) => new MLContext(seed: 1).Data.LoadFromEnumerable(Some(count, apart, seed));

    public static Patient[] Some(int count, double apart, int seed)
    {
        var random = new Random(seed);
        double Normal() => Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
        return
        [
            .. Enumerable.Range(0, count).Select(row =>
            {
                var isIll = row % 11 == 5;
                return new Patient
                {
                    Id = $"patient {row}", Clinic = $"clinic {row / 10 % 17}", Label = isIll, Outcome = isIll ? "ill" : row % 2 == 0 ? "well" : "cured",
                    Age = (float)(Normal() + (isIll ? apart : 0)), Pressure = (float)(Normal() + (isIll ? apart : 0)),
                    Smoker = random.NextDouble() < (isIll ? 0.7 : 0.3) ? "yes" : "no",
                };
            }),
        ];
    }
}
