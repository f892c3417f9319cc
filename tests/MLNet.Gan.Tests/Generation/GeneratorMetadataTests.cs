using System.Globalization;
using MLNet.Gan.Tests.Support;

namespace MLNet.Gan.Tests.Generation;

[TestClass]
public sealed class GeneratorMetadataTests
{
    public static IEnumerable<object[]> Values =>
    [
        [Some.Metadata],
        [Some.Metadata with { SlotNames = ["length in \"cm\"", ""] }],
        [Some.Metadata with { Shape = SampleShape.Image(3, 20, 36), ClassCounts = [], ClassNames = [], LabelColumnName = null, LatentColumnName = null }],
        [Some.Metadata with { Steps = 0, IsCanceled = false, LabelIsKey = false, MaxAbsoluteDifference = double.NaN, Options = "" }],
    ];

    [TestMethod]
    [DynamicData(nameof(Values))]
    public void FromMetadata_OfToMetadata_GivesTheSame(object metadata) // GeneratorMetadata is internal
    {
        var expected = (GeneratorMetadata)metadata;
        var actual = GeneratorMetadata.FromMetadata(expected.ToMetadata());

        CollectionAssert.AreEqual(expected.ClassCounts.ToArray(), actual.ClassCounts.ToArray());
        CollectionAssert.AreEqual(expected.ClassNames.ToArray(), actual.ClassNames.ToArray());
        CollectionAssert.AreEqual(expected.SlotNames.ToArray(), actual.SlotNames.ToArray());
        // A record compares lists by reference.
        Assert.AreEqual(expected, actual with
        {
            ClassCounts = expected.ClassCounts,
            ClassNames = expected.ClassNames,
            SlotNames = expected.SlotNames,
        });
    }

    [TestMethod]
    public void ToMetadata_TellsOtherProductsWhatTheyNeed()
    {
        var metadata = Some.Metadata.ToMetadata();

        Assert.AreEqual("[2]", metadata["mlnet.gan.shape"]);
        Assert.AreEqual("2", metadata["mlnet.gan.latent_size"]);
        Assert.AreEqual("normal(0, 1)", metadata["mlnet.gan.latent_distribution"]);
        Assert.AreEqual("[5,0,7]", metadata["mlnet.gan.class_counts"]);
    }

    [TestMethod]
    public void Metadata_InACountryOfDecimalCommas_IsTheSame()
    {
        var before = CultureInfo.CurrentCulture;
        var commas = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        commas.NumberFormat.NumberDecimalSeparator = ",";
        commas.NumberFormat.NegativeSign = "−";
        var expected = Some.Metadata.ToMetadata().ToArray();
        try
        {
            CultureInfo.CurrentCulture = commas;
            CollectionAssert.AreEqual(expected, Some.Metadata.ToMetadata().ToArray());
            Assert.AreEqual(1.25e-7, GeneratorMetadata.FromMetadata(Some.Metadata.ToMetadata()).MaxAbsoluteDifference);
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [TestMethod]
    public void FromMetadata_OfAFileOfOthers_SaysSo()
    {
        Dictionary<string, string> metadata = new() { ["author"] = "another" };

        Assert.AreEqual("The ONNX file has no metadata entry 'mlnet.gan.shape', so MLNet.Gan did not write it.",
            Assert.ThrowsExactly<FormatException>(() => GeneratorMetadata.FromMetadata(metadata)).Message);
    }

    [TestMethod]
    public void FromMetadata_OfAFeatureNetwork_SaysHowToOpenIt()
    {
        Dictionary<string, string> metadata = new() { ["mlnet.gan.feature_network"] = "digits" };

        Assert.AreEqual("The ONNX file has no metadata entry 'mlnet.gan.shape', but is a feature network of MLNet.Gan. Open it "
            + "with FeatureNetwork.FromOnnx.",
            Assert.ThrowsExactly<FormatException>(() => GeneratorMetadata.FromMetadata(metadata)).Message);
    }

    [TestMethod]
    public void FromMetadata_OfATable_SaysHowToOpenIt()
    {
        Dictionary<string, string> metadata = new() { [TableMetadata.Entry] = "{}" };

        Assert.EndsWith("but is a generator of table rows. Open it with ml.Gan.LoadTable.",
            Assert.ThrowsExactly<FormatException>(() => GeneratorMetadata.FromMetadata(metadata)).Message);
    }

    [TestMethod]
    public void FromMetadata_WithoutAnEntry_SaysThatTheFileIsDamaged()
    {
        foreach (var key in Some.Metadata.ToMetadata().Keys.Except(
            ["mlnet.gan.version", "mlnet.gan.latent_distribution", "mlnet.gan.slot_names"]))
        {
            var metadata = Damaged(key, null);
            var error = Assert.ThrowsExactly<FormatException>(() => GeneratorMetadata.FromMetadata(metadata));
            Assert.AreEqual($"The ONNX file has no metadata entry '{key}', but others of MLNet.Gan, so it is damaged. Copy or export the file "
                + "again.", error.Message);
        }
    }

    [TestMethod]
    [DataRow("shape", "[]")]
    [DataRow("shape", "[1,2]")]
    [DataRow("shape", "[0]")]
    [DataRow("shape", "[1,65536,65536]")]
    [DataRow("shape", "null")]
    [DataRow("shape", "28")]
    [DataRow("shape", "[1,2")]
    [DataRow("shape", "[99999999999]")]
    [DataRow("latent_size", "0")]
    [DataRow("latent_size", "-2")]
    [DataRow("latent_size", "")]
    [DataRow("latent_size", "99999999999")]
    [DataRow("class_counts", "null")]
    [DataRow("class_counts", "[\"a\"]")]
    [DataRow("class_names", "null")]
    [DataRow("class_names", "[1]")]
    [DataRow("label_is_key", "perhaps")]
    [DataRow("seed", "1.5")]
    [DataRow("steps", "many")]
    [DataRow("is_canceled", "")]
    [DataRow("max_absolute_difference", "small")]
    public void FromMetadata_OfADamagedEntry_IsAFormatException(string name, string value)
    {
        var metadata = Damaged($"mlnet.gan.{name}", value);

        var error = Assert.ThrowsExactly<FormatException>(() => GeneratorMetadata.FromMetadata(metadata));

        Assert.Contains($"The metadata entry 'mlnet.gan.{name}' of the generator's ONNX file is damaged: ", error.Message);
    }

    private static Dictionary<string, string> Damaged(string key, string? value)
    {
        var metadata = Some.Metadata.ToMetadata().ToDictionary(entry => entry.Key, entry => entry.Value);
        metadata.Remove(key);
        if (value is not null)
            metadata.Add(key, value);
        return metadata;
    }
}
