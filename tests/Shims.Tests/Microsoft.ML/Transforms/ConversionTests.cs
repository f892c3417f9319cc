using Microsoft.ML;
using Microsoft.ML.Data;
using static Microsoft.ML.Transforms.ValueToKeyMappingEstimator;

namespace Shims.Tests.Transforms;

[TestClass]
public sealed class ConversionTests
{
    private static readonly TransformsCatalog.ConversionTransforms Conversion = Some.Context.Transforms.Conversion;
    private static readonly IDataView Words = Rows("b", "a", "", "b", "c");

    [TestMethod]
    [DataRow(KeyOrdinality.ByOccurrence, "1 2 0 1 3", "b a c")]
    [DataRow(KeyOrdinality.ByValue, "2 1 0 2 3", "a b c")]
    public void MapValueToKey_OfText_NumbersTheDistinctValues(KeyOrdinality order, string keys, string values)
    {
        var output = Conversion.MapValueToKey("Key", "Word", keyOrdinality: order).Fit(Words).Transform(Words);
        Assert.AreEqual(keys, string.Join(' ', output.GetColumn<uint>("Key")));
        Assert.AreEqual(new KeyDataViewType(typeof(uint), 3), output.Schema["Key"].Type);
        Assert.IsTrue(output.Schema["Key"].HasKeyValues());
        VBuffer<ReadOnlyMemory<char>> keyValues = default;
        output.Schema["Key"].GetKeyValues(ref keyValues);
        Assert.AreEqual(values, string.Join(' ', keyValues.DenseValues()));
    }

    [TestMethod]
    public void MapValueToKey_OfAValueNotSeen_IsZero()
    {
        var model = Conversion.MapValueToKey("Key", "Word").Fit(Words);
        Assert.AreEqual(0u, model.Transform(Rows("new")).GetColumn<uint>("Key").Single());
    }

    [TestMethod]
    public void MapKeyToValue_OfMappedKeys_GivesTheValuesBack()
    {
        var pipeline = Conversion.MapValueToKey("Key", "Word").Append(Conversion.MapKeyToValue("Back", "Key"));
        Assert.AreEqual("b a  b c", string.Join(' ', pipeline.Fit(Words).Transform(Words).GetColumn<string>("Back")));
    }

    [TestMethod]
    public void MapKeyToValue_OfAColumnWithoutKeyValues_Throws()
    {
        var bare = Assert.ThrowsExactly<ArgumentOutOfRangeException>(() => Conversion.MapKeyToValue("Label").Fit(Some.Points(1)));
        Assert.Contains("Input column 'Label' doesn't contain key values metadata", bare.Message);
        var noKey = Assert.ThrowsExactly<ArgumentOutOfRangeException>(() => Conversion.MapKeyToValue("Word").Fit(Words));
        Assert.Contains("Schema mismatch for input column 'Word': expected KeyType, got String", noKey.Message);
    }

    [TestMethod]
    public void MapValue_FromStringToString_LooksUp()
    {
        var output = Conversion.MapValue("Out", new Dictionary<string, string> { ["a"] = "alpha", ["b"] = "beta" }, "Word")
            .Fit(Words).Transform(Words);
        Assert.AreEqual("beta alpha  beta ", string.Join(' ', output.GetColumn<string>("Out")));
    }

    [TestMethod]
    public void MapValue_FromStringToBytes_IsAVectorOfKnownSize()
    {
        KeyValuePair<string, byte[]>[] pairs = [new("a", [1, 2]), new("b", [3, 4])];
        var output = Conversion.MapValue("Out", pairs, "Word").Fit(Words).Transform(Words);
        Assert.AreEqual(new VectorDataViewType(NumberDataViewType.Byte, 2), output.Schema["Out"].Type);
        Assert.AreEqual("3,4 1,2 0,0 3,4 0,0", string.Join(' ', output.GetColumn<byte[]>("Out").Select(x => string.Join(',', x))));
    }

    [TestMethod]
    public void MapValue_FromAWrongType_Throws()
    {
        var thrown = Assert.ThrowsExactly<ArgumentOutOfRangeException>(() =>
            Conversion.MapValue("Out", new Dictionary<int, float> { [1] = 2 }, "Word").Fit(Words));
        Assert.Contains("Schema mismatch for input column 'Word': expected Int32, got String", thrown.Message);
    }

    [TestMethod]
    public void ConvertType_BetweenNumbersAndText_Converts()
    {
        var numbers = Rows("1", "2.5", "x");
        var output = Conversion.ConvertType("Real", "Word").Append(Conversion.ConvertType("Text", "Real", DataKind.String))
            .Fit(numbers).Transform(numbers);
        CollectionAssert.AreEqual(new[] { 1f, 2.5f, float.NaN }, output.GetColumn<float>("Real").ToArray());
        Assert.AreEqual("1 2.5 NaN", string.Join(' ', output.GetColumn<string>("Text")));

        var keys = Conversion.ConvertType("Label", outputKind: DataKind.Double).Fit(Some.Points(3)).Transform(Some.Points(3));
        CollectionAssert.AreEqual(new[] { 1.0, 2, 3 }, keys.GetColumn<double>("Label").ToArray());
    }

    private static IDataView Rows(params string[] words) =>
        Some.Context.Data.LoadFromEnumerable(words.Select(word => new Row { Word = word }).ToList());

    private sealed class Row
    {
        public string Word { get; set; } = "";
    }
}
