using Microsoft.ML;
using Microsoft.ML.Data;

namespace MLNet.Gan.Tests.Tabular;

/// <summary>What users do with a generator of table rows that they should not, or seldom do.</summary>
[TestClass]
public sealed class TabularGanUseTests
{
    private static readonly DateTime Start = new(2026, 3, 1);
    private readonly MLContext _context = new(seed: 1);

    [TestMethod]
    public void Views_OfADisposedModel_SayThatItIsDisposed()
    {
        var data = Stays(100);
        var model = Fitted(data);
        IDataView[] views = [model.Generate(3), model.Complete(_context.Transforms.SelectColumns("Nights").Fit(data).Transform(data))];

        model.Dispose();

        foreach (var view in views)
            Assert.AreEqual(typeof(TabularGanTransformer).FullName, Assert.ThrowsExactly<ObjectDisposedException>(() => view.GetColumn<bool>("IsPaid").ToList()).ObjectName);
    }

    [TestMethod]
    public void Generate_WithADateAndATime_HasThemInEveryRow()
    {
        using var model = Fitted(Stays(200));

        bool Has(string column, object value) => model.Generate(20, where: new Dictionary<string, object?> { [column] = value }).Preview(20).RowView
            .SelectMany(row => row.Values.Where(pair => pair.Key == column)).All(pair => value.Equals(pair.Value));

        Assert.IsTrue(Has(nameof(Stay.Day), Start.AddDays(2)));
        Assert.IsTrue(Has(nameof(Stay.Booked), Start.AddMilliseconds(1))); // Two moments of one second are two categories.
        Assert.IsTrue(Has(nameof(Stay.Booked), Start.AddMilliseconds(3)));
        Assert.IsTrue(Has(nameof(Stay.Length), TimeSpan.FromHours(2)));
        Assert.IsTrue(Has(nameof(Stay.Sent), new DateTimeOffset(Start, TimeSpan.FromHours(1))));
    }

    [TestMethod]
    public void Generate_OfAVectorAndAColumnCalledLikeItsSlot_Works()
    {
        var data = _context.Data.LoadFromEnumerable(Enumerable.Range(0, 100).Select(row => new Slots { V = [row % 3, row], Kind = row % 2 == 0 }));
        using var model = Fitted(_context.Transforms.CopyColumns("V[0]", "Kind").Fit(data).Transform(data));

        Assert.IsTrue(model.Generate(20, where: new Dictionary<string, object?> { ["Kind"] = true }).GetColumn<bool>("Kind").All(isTrue => isTrue));
    }

    [TestMethod]
    [DataRow(100, 90)]
    [DataRow(100, 120)]
    public void Fit_OfOtherRowsAtTheSecondReading_IsRefused(int first, int second)
    {
        var readings = 0;
        IEnumerable<Stay> Rows()
        {
            for (var row = 0; row < (readings == 0 ? first : second); row++)
                yield return StayOf(row);
            readings++;
        }

        var error = Assert.ThrowsExactly<InvalidOperationException>(() => Fitted(_context.Data.LoadFromEnumerable(Rows())));

        StringAssert.StartsWith(error.Message, $"The table gave {first} rows when it was read first, and {second} at the second time.");
    }

    [TestMethod]
    public void Fit_OfAColumnNamedByASpace_IsRefusedBeforeTheTraining()
    {
        var schema = SchemaDefinition.Create(typeof(Stay));
        schema[nameof(Stay.Nights)].ColumnName = " ";

        var error = Assert.ThrowsExactly<InvalidOperationException>(() => Fitted(_context.Data.LoadFromEnumerable(Enumerable.Range(0, 100).Select(StayOf).ToArray(), schema)));

        StringAssert.StartsWith(error.Message, "The name of a column of the table is ' '");
    }

    private TabularGanTransformer Fitted(IDataView data) =>
        _context.Gan.Trainers.TabularGan(new() { Steps = 2, Width = 16, BatchSize = 32 }, new() { Threads = 1 }).Fit(data);

    private IDataView Stays(int rows) => _context.Data.LoadFromEnumerable(Enumerable.Range(0, rows).Select(StayOf).ToArray());

    private static Stay StayOf(int row) => new()
    {
        IsPaid = row % 3 == 0,
        Nights = row % 7,
        Day = Start.AddDays(row % 4),
        Booked = Start.AddMilliseconds(row % 4),
        Length = TimeSpan.FromHours(1 + row % 3),
        Sent = new DateTimeOffset(Start.AddDays(row % 2), TimeSpan.FromHours(1)),
    };

    private sealed class Stay
    {
        public bool IsPaid { get; set; }

        public float Nights { get; set; }

        public DateTime Day { get; set; }

        public DateTime Booked { get; set; }

        public TimeSpan Length { get; set; }

        public DateTimeOffset Sent { get; set; }
    }

    private sealed class Slots
    {
        [VectorType(2)]
        public float[] V { get; set; } = [];

        public bool Kind { get; set; }
    }
}
