using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.OnnxRuntime;
using MLNet.Gan.Tests.Support;

namespace MLNet.Gan.Tests.Tabular;

/// <summary>The decoder in ONNX Runtime gives the values of the decoder in C#, whatever the encoded rows are.</summary>
[TestClass]
public sealed class TableDecoderTests
{
    private const int Count = 2000;
    private static readonly IDataView View = EveryType.View(EveryType.Rows(1000));
    private static readonly TableEncoding Encoding = TableEncoding.Fit(View, Tables.Default with
    {
        Columns = [new() { Name = "ByteKey", MaximumCategories = 20 }], // So that most are rare.
    }, seed: 1);
    private static readonly StoredRows Encoded = Tables.Random(Encoding, Count);
    private static readonly IDataView Expected = new DecodedView(Encoding, Encoded);

    [TestMethod]
    public void Outputs_AreTheValuesOfCSharp()
    {
        var outputs = Run(File(Encoding), Encoded);

        Assert.HasCount(Encoding.Columns.Count, outputs);
        AssertSame<float, float>("Single", value => value);
        AssertSame<double, double>("Double", value => value);
        AssertSame<sbyte, long>("SByte", value => value);
        AssertSame<short, long>("Int16", value => value);
        AssertSame<int, long>("Int32", value => value);
        AssertSame<long, long>("Int64", value => value);
        AssertSame<byte, long>("Byte", value => value);
        AssertSame<ushort, long>("UInt16", value => value);
        AssertSame<uint, long>("UInt32", value => value);
        AssertSame<ulong, long>("UInt64", value => (long)value);
        AssertSame<bool, bool>("Boolean", value => value);
        AssertSame<DateTime, long>("Day", value => value.Ticks);
        AssertSame<DateTime, long>("Moment", value => value.Ticks);
        AssertSame<DateTimeOffset, long>("Instant", value => value.UtcTicks);
        AssertSame<TimeSpan, long>("Span", value => value.Ticks);
        AssertSame<uint, long>("Key", value => value);
        AssertSame<byte, long>("ByteKey", value => value);
        AssertSame<ulong, long>("LongKey", value => (long)value);
        CollectionAssert.AreEqual(
            Tables.Column<ReadOnlyMemory<char>>(Expected, "Text").Select(text => text.ToString()).ToArray(), (string[])outputs["Text"]);
        double[] doubles = [.. Tables.Column<double[]>(Expected, "Doubles").SelectMany(vector => vector)];
        CollectionAssert.AreEqual(doubles, (double[])outputs["Doubles"]);

        // The exponential function of ONNX Runtime and that of .NET may differ in the last bit.
        float[] singles = [.. Tables.Column<float[]>(Expected, "Vector").SelectMany(vector => vector)], actual = (float[])outputs["Vector"];
        for (var i = 0; i < singles.Length; i++)
            Assert.AreEqual(singles[i], actual[i], 1e-6 * Math.Abs(singles[i]), $"{i}");

        void AssertSame<TRaw, T>(string column, Func<TRaw, T> value) =>
            CollectionAssert.AreEqual(Tables.Column<TRaw>(Expected, column).Select(value).ToArray(), (T[])outputs[column], column);
    }

    [TestMethod]
    public void FirstDifference_NamesRowColumnAndValues()
    {
        foreach (var (i, column) in Encoding.Columns.Index())
        {
            var decoded = Run(File(Encoding), Encoded)[column.Schema.Name];
            Assert.IsNull(column.FirstDifference(Encoded, Encoding.PlaceOf(i).Start, decoded), column.Schema.Name);
        }

        var int32 = Encoding.Columns.Single(column => column.Schema.Name == "Int32");
        var values = Tables.Column<int>(Expected, "Int32").Select(value => (long)value).ToArray();
        values[7]++;
        Assert.AreEqual($"'Int32' of row 7 is {values[7]}, but should be {values[7] - 1}",
            int32.FirstDifference(Encoded, Encoding.PlaceOf(Encoding.Columns.ToList().IndexOf(int32)).Start, values));
    }

    [TestMethod]
    public void ApplyOnnxModel_GivesTheValuesOfCSharp()
    {
        using var folder = new TemporaryFolder();
        var path = folder.Write("decoder.onnx", File(Encoding));
        var context = new MLContext(1);
        var definition = SchemaDefinition.Create(typeof(Row));
        definition["encoded"].ColumnType = new VectorDataViewType(NumberDataViewType.Single, Encoding.Layout.Width);
        var rows = context.Data.LoadFromEnumerable(Enumerable.Range(0, 50).Select(i => new Row
        {
            encoded = Encoded.Values.Slice(i * Encoded.Width, Encoded.Width).ToArray(),
        }), definition);

        var decoded = context.Transforms.ApplyOnnxModel(["Double", "Int64", "Text", "Boolean", "Key", "Vector"], ["encoded"], path).Fit(rows).Transform(rows);

        CollectionAssert.AreEqual(Tables.Column<double>(Expected, "Double")[..50], Single<double>("Double"));
        CollectionAssert.AreEqual(Tables.Column<long>(Expected, "Int64")[..50], Single<long>("Int64"));
        CollectionAssert.AreEqual(Tables.Column<bool>(Expected, "Boolean")[..50], Single<bool>("Boolean"));
        CollectionAssert.AreEqual(Tables.Column<uint>(Expected, "Key")[..50].Select(key => (long)key).ToArray(), Single<long>("Key"));
        CollectionAssert.AreEqual(Tables.Column<ReadOnlyMemory<char>>(Expected, "Text")[..50].Select(text => text.ToString()).ToArray(),
            Single<ReadOnlyMemory<char>>("Text").Select(text => text.ToString()).ToArray());
        Assert.AreEqual(3, ((VectorDataViewType)decoded.Schema["Vector"].Type).Size);

        T[] Single<T>(string column) => [.. Tables.Column<T[]>(decoded, column).Select(vector => vector[0])];
    }

    [TestMethod]
    public void File_IsValid()
    {
        using var folder = new TemporaryFolder();

        OnnxChecker.Accepts([folder.Write("decoder.onnx", File(Encoding))]);
    }

    [TestMethod]
    public void Names_ThatAreTaken_GetUnderscores()
    {
        var view = new MLContext(1).Data.LoadFromEnumerable(Enumerable.Range(0, 50).Select(i => new Named { encoded = i % 2 == 0, encoded_ = i, other = i % 3 == 0 }));
        var encoding = TableEncoding.Fit(view, Tables.Default, seed: 1);
        var graph = new OnnxGraph("decoder");

        var names = TableDecoder.AddTo(graph, encoding, graph.Input("encoded", OnnxElement.Single, encoding.Layout.Width), "encoded");

        CollectionAssert.AreEqual(new[] { "encoded__", "encoded_", "other" }, names.ToArray());
        using var session = new InferenceSession(graph.ToBytes(new Dictionary<string, string>()));
        CollectionAssert.AreEqual(names.ToArray(), session.OutputNames.ToArray());
    }

    internal static byte[] File(TableEncoding encoding)
    {
        var graph = new OnnxGraph("decoder");
        TableDecoder.AddTo(graph, encoding, graph.Input("encoded", OnnxElement.Single, encoding.Layout.Width), "encoded");
        return graph.ToBytes(new Dictionary<string, string> { [TableMetadata.Entry] = TableMetadata.ToText(encoding) });
    }

    internal static Dictionary<string, Array> Run(byte[] file, StoredRows rows) =>
        OnnxOutputs.Of(file, (int)rows.Count, ("encoded", rows.Values.ToArray()));

    private sealed class Row
    {
        public float[] encoded { get; set; } = [];
    }

    private sealed class Named
    {
        public bool encoded { get; set; }
        public int encoded_ { get; set; }
        public bool other { get; set; }
    }
}
