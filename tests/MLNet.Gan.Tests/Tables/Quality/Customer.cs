using Microsoft.ML;

namespace MLNet.Gan.Tests.Tables.Quality;

/// <summary>A row of a table whose distribution is known: an income that grows with the age, and a plan that depends on both.</summary>
internal sealed class Customer
{
    private static readonly MLContext Context = new(seed: 1);

    public float Age { get; set; }

    public float Income { get; set; }

    public string Plan { get; set; } = "";

    public bool IsActive { get; set; }

    /// <summary>Rows drawn by a seed.</summary>
    public static Customer[] Rows(int count, int seed)
    {
        var random = new Random(seed);
        double Normal() => Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
        return
        [
            .. Enumerable.Range(0, count).Select(_ =>
            {
                var age = 45 + 12 * Normal();
                var income = 1000 + 40 * age + 300 * Normal();
                return new Customer
                {
                    Age = (float)age,
                    Income = (float)income,
                    Plan = random.NextDouble() < 0.1 ? "student" : income > 2800 ? "gold" : "basic",
                    IsActive = random.NextDouble() < 0.7,
                };
            }),
        ];
    }

    /// <summary>A view of rows.</summary>
    public static IDataView View(IEnumerable<Customer> rows) => Context.Data.LoadFromEnumerable(rows.ToArray());

    /// <summary>The same row with other values.</summary>
    public Customer With(float? age = null, float? income = null, string? plan = null) =>
        new() { Age = age ?? Age, Income = income ?? Income, Plan = plan ?? Plan, IsActive = IsActive };
}
