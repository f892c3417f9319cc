using Microsoft.ML;
using Microsoft.ML.Data;
using MLNet.Gan.Tests.Support;

namespace MLNet.Gan.Tests.Tabular;

[TestClass]
public sealed class TabularExportTests
{
    private const int Count = 50;

    private readonly MLContext _context = new(seed: 1);

    [TestMethod]
    public void ApplyOnnxModel_OfAModel_GivesTheRowsOfGenerate()
    {
        using var folder = new TemporaryFolder();
        var path = folder.Write("shops.onnx", []);
        using var model = _context.Gan.Trainers.TabularGan(new() { Steps = 20, Width = 16, Depth = 2, LatentSize = 8 }, new() { Threads = 1 }).Fit(Shops());
        model.ExportToOnnx(path);
        OnnxChecker.Accepts([path]);
        using var session = new TableSession(File.ReadAllBytes(path));
        var conditions = new RowConditions(session.Encoding.Layout, new Dictionary<int, int> { [0] = 1, [1] = 0 }); // City Oslo, closed.
        var inputs = Enumerable.Range(0, Count).Select(row =>
        {
            var (latent, condition) = (new float[session.LatentSize], new float[session.ConditionSize]);
            LatentNoise.FillQuickly(latent, seed: 3, (ulong)row, 0);
            conditions.Fill(row, 0, condition);
            return new Inputs { latent = latent, condition = condition };
        }).ToArray();
        var definition = SchemaDefinition.Create(typeof(Inputs));
        definition["latent"].ColumnType = new VectorDataViewType(NumberDataViewType.Single, session.LatentSize);
        definition["condition"].ColumnType = new VectorDataViewType(NumberDataViewType.Single, session.ConditionSize);
        var view = _context.Data.LoadFromEnumerable(inputs, definition);

        var made = _context.Transforms.ApplyOnnxModel(["City", "IsOpen", "Sales", "Staff"], ["latent", "condition"], path).Fit(view).Transform(view);

        var expected = _context.Data.CreateEnumerable<Shop>(
            model.Generate(Count, seed: 3, new Dictionary<string, object?> { ["City"] = "Oslo", ["IsOpen"] = false }), reuseRowObject: false).ToList();
        CollectionAssert.AreEqual(expected.Select(shop => shop.City).ToArray(), made.GetColumn<ReadOnlyMemory<char>[]>("City").Select(city => city[0].ToString()).ToArray());
        CollectionAssert.AreEqual(expected.Select(shop => shop.IsOpen).ToArray(), made.GetColumn<bool[]>("IsOpen").Select(isOpen => isOpen[0]).ToArray());
        CollectionAssert.AreEqual(expected.Select(shop => (long)shop.Staff).ToArray(), made.GetColumn<long[]>("Staff").Select(staff => staff[0]).ToArray());
        foreach (var (shop, sales) in expected.Zip(made.GetColumn<double[]>("Sales")))
            Assert.AreEqual(shop.Sales, sales[0], 1e-4); // Another batch: the last bits of its matrix products differ.
    }

    private IDataView Shops()
    {
        var random = new Random(5);
        return _context.Data.LoadFromEnumerable(Enumerable.Range(0, 300).Select(row => new Shop
        {
            City = row % 3 == 0 ? "Oslo" : "Lima", IsOpen = row % 2 == 0, Sales = 100 * random.NextDouble(), Staff = random.Next(200),
        }).ToArray());
    }

    private sealed record Shop
    {
        public string City { get; set; } = "";

        public bool IsOpen { get; set; }

        public double Sales { get; set; }

        public int Staff { get; set; }
    }

    private sealed class Inputs
    {
        public float[] latent { get; set; } = [];

        public float[] condition { get; set; } = [];
    }
}
