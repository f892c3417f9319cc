using Microsoft.ML;
using Microsoft.ML.Data;
using MLNet.Gan.Tests.Pipelines;

namespace MLNet.Gan.Tests.Documents;

/// <summary>
/// ML.NET's ApplyOnnxModel on an exported generator with classes: its input "label" is Int64, for which ML.NET has no
/// conversion of keys, and keys count from 1.
/// </summary>
[TestClass]
public sealed class ApplyOnnxModelTests
{
    private static readonly MLContext Context = TestData.Context;

    [TestMethod]
    public void Mapping_OfTheRemarks_GivesTheSamplesOfTheClasses()
    {
        var rows = Context.Data.LoadFromEnumerable(TestData.Rows(6));
        var expected = TestData.Read(TestData.ByLatent.Transform(rows));
        var path = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid()}.onnx");
        TestData.ByLatent.ExportToOnnx(path);

        var actual = TestData.Read(Context.Transforms.CustomMapping<Keyed, Numbered>((row, made) => made.Number = [row.Label - 1L], null)
            .Append(Context.Transforms.CopyColumns("latent", "Latent"))
            .Append(Context.Transforms.ApplyOnnxModel(["sample"], ["latent", "label"], path))
            .Fit(rows).Transform(rows), "sample");
        File.Delete(path);

        for (var row = 0; row < 6; row++)
            CollectionAssert.AreEqual(expected[row], actual[row], $"row {row}");
    }

    [TestMethod]
    public void ConvertType_OfAKeyToInt64_DoesNotExist() => Assert.Contains(
        "is not compatible with destination type 'Int64'", Assert.ThrowsExactly<ArgumentOutOfRangeException>(
            () => Context.Transforms.Conversion.ConvertType("label", "Label", DataKind.Int64).Fit(TestData.Points(2))).Message);

    private sealed class Keyed
    {
        [KeyType(2)]
        public uint Label { get; set; }
    }

    private sealed class Numbered
    {
        [ColumnName("label"), VectorType(1)]
        public long[] Number { get; set; } = [];
    }
}
