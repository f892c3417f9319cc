using System.Text;

namespace MLNet.Gan.Tests.Checkpoints;

/// <summary>Bytes by the specification: eight of the header's length, the header, the tensors.</summary>
[TestClass]
public sealed class SafetensorsTests
{
    private const string Header = """
        {"__metadata__":{"a":"b"},"x":{"dtype":"F32","shape":[2],"data_offsets":[0,8]}}
        """;

    [TestMethod]
    public void Write_OfATensor_GivesTheSpecifiedBytes()
    {
        using var scope = NewDisposeScope();
        using var file = new MemoryStream();

        Safetensors.Write(file, new Dictionary<string, string> { ["a"] = "b" }, [("x", tensor([1f, -2f]))]);

        CollectionAssert.AreEqual(Bytes(Header.Trim(), 1f, -2f), file.ToArray());
    }

    [TestMethod]
    public void Read_OfWhatWasWritten_GivesEveryTypeAndShapeBack()
    {
        using var scope = NewDisposeScope();
        (string Name, Tensor Value)[] tensors =
        [
            ("singles", tensor([1f, float.NaN, -0f, float.MaxValue], [2, 2])), ("doubles", tensor([Math.PI, double.NegativeInfinity])),
            ("whole", tensor(new[] { long.MinValue, 7 })), ("bytes", tensor(new byte[] { 0, 255 })),
            ("flags", tensor(new[] { true, false })), ("number", tensor(3.5f)), ("nothing", zeros([0, 4])),
        ];
        using var file = new MemoryStream();
        Safetensors.Write(file, new Dictionary<string, string> { ["Größe"] = "\"2\"\n" }, tensors);
        file.Position = 0;

        var (metadata, read) = Safetensors.Read(file);

        Assert.AreEqual("\"2\"\n", metadata["Größe"]);
        Assert.HasCount(tensors.Length, read);
        foreach (var (name, value) in tensors)
        {
            CollectionAssert.AreEqual(value.shape, read[name].shape, name);
            Assert.AreEqual(value.dtype, read[name].dtype, name);
            CollectionAssert.AreEqual(value.bytes.ToArray(), read[name].bytes.ToArray(), name);
        }
    }

    [TestMethod]
    [DataRow("""{"x":{"dtype":"F32","shape":[2],"data_offsets":[0,16]}}""", "place of tensor 'x'", DisplayName = "beyond the end")]
    [DataRow("""{"x":{"dtype":"F32","shape":[2],"data_offsets":[4,8]}}""", "place of tensor 'x'", DisplayName = "a gap")]
    [DataRow("""{"x":{"dtype":"F32","shape":[1],"data_offsets":[0,4]}}""", "4 bytes at its end", DisplayName = "bytes left")]
    [DataRow("""{"x":{"dtype":"F32","shape":[3],"data_offsets":[0,8]}}""", "'x' of [3] has 8 bytes", DisplayName = "another size")]
    [DataRow("""{"x":{"dtype":"F32","shape":[-2],"data_offsets":[0,8]}}""", "'x' of [-2]", DisplayName = "a negative size")]
    [DataRow("""{"x":{"dtype":"F9","shape":[2],"data_offsets":[0,8]}}""", "type F9", DisplayName = "another type")]
    [DataRow("""{"x":{"dtype":"F32","shape":[2]}}""", "not that of a safetensors file", DisplayName = "no place")]
    [DataRow("""{"x":7}""", "not that of a safetensors file", DisplayName = "no tensor")]
    [DataRow("""[1]""", "not that of a safetensors file", DisplayName = "a list")]
    [DataRow("""{"x":""", "not that of a safetensors file", DisplayName = "cut JSON")]
    public void Read_OfADamagedHeader_SaysWhy(string header, string reason) =>
        AssertRefused(Bytes(header, 1f, 2f), reason);

    [TestMethod]
    public void Read_OfEveryPartOfAFile_IsRefused()
    {
        var file = Bytes(Header.Trim(), 1f, -2f);

        for (var length = 0; length < file.Length; length++)
            AssertRefused(file[..length], "");
    }

    [TestMethod]
    public void Read_OfAHeaderLongerThanTheFile_SaysSo() =>
        AssertRefused([.. BitConverter.GetBytes(1L << 62), 1, 2], "4611686018427387904 bytes, but the file has 10");

    private static void AssertRefused(byte[] bytes, string reason)
    {
        using var scope = NewDisposeScope();
        using var file = new MemoryStream(bytes);

        Assert.Contains(reason, Assert.ThrowsExactly<FormatException>(() => Safetensors.Read(file)).Message);
    }

    private static byte[] Bytes(string header, params float[] values)
    {
        var padded = Encoding.UTF8.GetBytes(header.PadRight((header.Length + 7) / 8 * 8));
        return [.. BitConverter.GetBytes((long)padded.Length), .. padded, .. values.SelectMany(BitConverter.GetBytes)];
    }
}
