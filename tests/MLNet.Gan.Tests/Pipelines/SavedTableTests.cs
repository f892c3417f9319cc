using Microsoft.ML;
using Microsoft.ML.Data;
using MLNet.Gan.Tests.Support;
using MLNet.Gan.Tests.Tabular;

namespace MLNet.Gan.Tests.Pipelines;

[TestClass]
public sealed class SavedTableTests : IDisposable
{
    private readonly MLContext _context = new(seed: 1);
    private readonly string _path = Path.GetTempFileName();

    [TestMethod]
    public void Load_OfAPipeline_CompletesAsBefore()
    {
        var rows = Rows();
        var pipeline = _context.Transforms.Conversion.MapValueToKey("Kind", "Name")
            .Append(_context.Transforms.DropColumns("Name"))
            .Append(_context.Transforms.Concatenate("Both", "X", "Y"))
            .Append(_context.Gan.Trainers.TabularGan(Small(), new() { Threads = 1 }))
            .Append(_context.Transforms.Conversion.MapKeyToValue("Again", "Kind"))
            .Append(_context.Transforms.CopyColumns("Features", "Both"));
        var model = pipeline.Fit(rows);
        var before = model.Transform(rows);

        _context.Model.Save(model, rows.Schema, _path);
        var after = new MLContext(seed: 2).Model.Load(_path, out _).Transform(rows);

        CollectionAssert.AreEqual(before.GetColumn<float[]>("Features").SelectMany(values => values).ToArray(),
            after.GetColumn<float[]>("Features").SelectMany(values => values).ToArray());
        CollectionAssert.AreEqual(before.GetColumn<string>("Again").ToArray(), after.GetColumn<string>("Again").ToArray());
        CollectionAssert.AreEqual(before.GetColumn<DateTime>("Day").ToArray(), after.GetColumn<DateTime>("Day").ToArray());
        CollectionAssert.AreEqual(before.GetColumn<bool>("IsOpen").ToArray(), after.GetColumn<bool>("IsOpen").ToArray());
        Assert.IsFalse(after.GetColumn<float>("X").Any(float.IsNaN));
        Assert.DoesNotContain(name => name.StartsWith("MLNet.Gan.", StringComparison.Ordinal), after.Schema.Select(column => column.Name).ToArray());
    }

    [TestMethod]
    public void Load_WhereThereIsNoTorchSharp_CompletesTheSame()
    {
        var rows = _context.Data.LoadFromEnumerable(Enumerable.Range(0, 200).Select(i => new Little { Name = $"kind {i % 3}", X = i % 7, Y = i / 200f }));
        var model = _context.Gan.Trainers.TabularGan(Small(), new() { Threads = 1 }).Fit(rows);
        _context.Model.Save(model, rows.Schema, _path);
        var server = Path.Combine(Repository.Bin("tests/ServingCheck"), "ServingCheck.dll");

        // The program fails when a file of TorchSharp lies beside it, or is loaded.
        var printed = Child.Dotnet(Environment.CurrentDirectory, "exec", server, _path, "table").Printed();

        var partial = _context.Data.LoadFromEnumerable(Enumerable.Range(0, 8).Select(row => new Little { Name = $"kind {row % 3}", X = float.NaN, Y = row / 8f }));
        var expected = model.Transform(partial).GetColumn<float>("X").Select(value => value.ToString("R", System.Globalization.CultureInfo.InvariantCulture));
        Assert.AreEqual(string.Join('\n', expected), printed.Trim());
    }

    [TestMethod]
    public void LoadTable_OfAPipeline_GeneratesAsBefore()
    {
        var model = _context.Transforms.DropColumns("Y").Append(_context.Gan.Trainers.TabularGan(Small(), new() { Threads = 1 })).Fit(Rows());
        _context.Model.Save(model, Rows().Schema, _path);

        using var loaded = new MLContext().Gan.LoadTable(_path);

        CollectionAssert.AreEqual(
            model.LastTransformer.Generate(50, seed: 3).GetColumn<float>("X").ToArray(), loaded.Generate(50, seed: 3).GetColumn<float>("X").ToArray());
    }

    [TestMethod]
    public void LoadTable_OfAnotherPipeline_SaysSo()
    {
        var rows = Rows();
        _context.Model.Save(_context.Transforms.DropColumns("Y").Fit(rows), rows.Schema, _path);

        Assert.AreEqual($"'{_path}' is a pipeline of ML.NET without a generator of table rows. Load it with ml.Model.Load.",
            Assert.ThrowsExactly<FormatException>(() => _context.Gan.LoadTable(_path)).Message);
    }

    [TestMethod]
    public void Load_OfEveryType_CompletesAsBefore()
    {
        var rows = EveryType.View(EveryType.Rows(200));
        var model = _context.Gan.Trainers.TabularGan(Small(), new() { Threads = 1 }).Fit(rows);
        var before = Lines(model.Transform(rows));

        _context.Model.Save(model, rows.Schema, _path);
        var after = new MLContext(seed: 2).Model.Load(_path, out _).Transform(rows);

        CollectionAssert.AreEqual(
            rows.Schema.Select(column => $"{column.Name} {column.Type}").ToArray(),
            after.Schema.Where(column => !column.IsHidden).Select(column => $"{column.Name} {column.Type}").ToArray());
        CollectionAssert.AreEqual(before, Lines(after));
    }

    public void Dispose() => File.Delete(_path);

    private static TabularGanOptions Small() => new() { Steps = 20, Width = 16, Depth = 2, LatentSize = 8, BatchSize = 32 };

    private string[] Lines(IDataView view)
    {
        using var stream = new MemoryStream();
        _context.Data.SaveAsText(view, stream, headerRow: false, schema: false, forceDense: true);
        return System.Text.Encoding.UTF8.GetString(stream.ToArray()).Split('\n');
    }

    private IDataView Rows()
    {
        var random = new Random(3);
        return _context.Data.LoadFromEnumerable(Enumerable.Range(0, 200).Select(i => new Shop
        {
            Name = $"kind {i % 3}", IsOpen = i % 4 == 0, Day = new DateTime(2026, 1, 1).AddDays(random.Next(300)),
            X = i % 10 == 0 ? float.NaN : random.NextSingle(), Y = random.NextSingle(),
        }).ToArray());
    }

    private sealed class Little
    {
        public string Name { get; set; } = "";

        public float X { get; set; }

        public float Y { get; set; }
    }

    private sealed record Shop
    {
        public string Name { get; set; } = "";

        public bool IsOpen { get; set; }

        public DateTime Day { get; set; }

        public float X { get; set; }

        public float Y { get; set; }
    }
}
