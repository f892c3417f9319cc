namespace MLNet.Gan.Tests.Onnx;

/// <summary>Bytes worked out by hand: a field's key is its number times 8 plus its wire type.</summary>
[TestClass]
public sealed class ProtobufWriterTests
{
    [TestMethod]
    [DataRow(0L, "0800")]
    [DataRow(127L, "087F")]
    [DataRow(150L, "089601", DisplayName = "150 = 0b1_0010110: the low seven bits first (protobuf.dev's example)")]
    [DataRow(-1L, "08FFFFFFFFFFFFFFFFFF01", DisplayName = "-1: 64 set bits are nine groups of seven, and one bit")]
    public void Integer_IsAVarint(long value, string expected) =>
        AssertBytes(expected, message => message.Integer(1, value));

    [TestMethod]
    public void Integer_FieldAbove15_HasAKeyOfTwoBytes() => // 20 * 8 + 0 = 160 = 0b1_0100000
        AssertBytes("A00107", message => message.Integer(20, 7));

    [TestMethod]
    public void Integers_AreOneFieldAValue() => // 8 * 8 + 0 = 0x40
        AssertBytes("400340054000", message => message.Integers(8, [3, 5, 0]));

    [TestMethod]
    public void Single_IsLittleEndian() => // 2 * 8 + 5 = 0x15; 1f = 0x3F800000
        AssertBytes("150000803F", message => message.Single(2, 1f));

    [TestMethod]
    public void Text_IsUtf8WithItsLengthInBytes() => // 2 * 8 + 2 = 0x12; ä = C3 A4
        AssertBytes("120347C3A4", message => message.Text(2, "Gä"));

    [TestMethod]
    public void Bytes_OfNone_AreALengthOfZero() => AssertBytes("4A00", message => message.Bytes(9, Array.Empty<byte>()));

    [TestMethod]
    public void Message_IsNestedWithItsLength()
    {
        var inner = new ProtobufWriter();
        inner.Integer(1, 150);
        var middle = new ProtobufWriter();
        middle.Message(3, inner); // 3 * 8 + 2 = 0x1A

        AssertBytes("22051A0308960108" + "01", message =>
        {
            message.Message(4, middle);
            message.Integer(1, 1);
        });
    }

    [TestMethod]
    public void OnnxAttribute_IsAnAttributeProto() // name = 1, ints = 8, type = 20 with INTS = 7
    {
        var bytes = OnnxAttribute.Ints("pads", 1, 2).Message.ToArray();

        Assert.AreEqual("0A0470616473" + "40014002" + "A00107", Convert.ToHexString(bytes));
    }

    private static void AssertBytes(string expected, Action<ProtobufWriter> write)
    {
        var message = new ProtobufWriter();
        write(message);

        Assert.AreEqual(expected, Convert.ToHexString(message.ToArray()));
        Assert.AreEqual(expected.Length / 2, message.Length);
    }
}
