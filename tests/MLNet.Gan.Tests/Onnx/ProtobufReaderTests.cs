namespace MLNet.Gan.Tests.Onnx;

/// <summary>The bytes of ProtobufWriterTests read back, and bytes that no message may have.</summary>
[TestClass]
public sealed class ProtobufReaderTests
{
    [TestMethod]
    [DataRow("0800", 0L)]
    [DataRow("089601", 150L)]
    [DataRow("08FFFFFFFFFFFFFFFFFF01", -1L)]
    public void Integer_IsAVarint(string message, long expected)
    {
        var reader = new ProtobufReader(Convert.FromHexString(message));

        Assert.IsTrue(reader.Next());
        Assert.AreEqual(1, reader.Field);
        Assert.AreEqual(expected, reader.Integer);
        Assert.IsFalse(reader.Next());
    }

    [TestMethod]
    public void Fields_OfEveryWireType_FollowEachOther()
    {
        // Field 20 is 7; field 2 is "Gä"; field 3 is 64 bits; field 2 is 1f.
        var reader = new ProtobufReader(Convert.FromHexString("A00107" + "120347C3A4" + "190102030405060708" + "150000803F"));

        Assert.IsTrue(reader.Next());
        Assert.AreEqual(20, reader.Field);
        Assert.AreEqual(7, reader.Integer);
        Assert.IsTrue(reader.Next());
        Assert.AreEqual("Gä", reader.Text);
        Assert.IsTrue(reader.Next());
        Assert.AreEqual(8, reader.Bytes.Length);
        Assert.IsTrue(reader.Next());
        Assert.AreEqual("0000803F", Convert.ToHexString(reader.Bytes));
        Assert.IsFalse(reader.Next());
    }

    [TestMethod]
    [DataRow("08", "cut short", DisplayName = "an integer of nothing")]
    [DataRow("0880", "cut short", DisplayName = "an integer that goes on")]
    [DataRow("08FFFFFFFFFFFFFFFFFFFF01", "ten bytes", DisplayName = "an integer of eleven bytes")]
    [DataRow("1202AA", "2 bytes belong together", DisplayName = "a length past the end")]
    [DataRow("12FFFFFFFFFFFFFFFFFF01AA", "18446744073709551615 bytes", DisplayName = "a length of 2⁶⁴ - 1")]
    [DataRow("1500", "4 bytes belong together", DisplayName = "a number cut short")]
    [DataRow("00", "no field 0")]
    [DataRow("F8FFFFFFFFFFFFFFFF0100", "no field 2305843009213693951")]
    [DataRow("0B", "wire type 3", DisplayName = "a group")]
    public void Next_OfDamage_SaysWhy(string message, string reason)
    {
        var refusal = Assert.ThrowsExactly<FormatException>(() => new ProtobufReader(Convert.FromHexString(message)).Next());

        StringAssert.Contains(refusal.Message, reason, StringComparison.Ordinal);
    }

    [TestMethod]
    public void Field_OfAnotherType_IsRefused()
    {
        Assert.ThrowsExactly<FormatException>(() => IntegerOf("120141"));
        Assert.ThrowsExactly<FormatException>(() => LengthOf("0801"));

        static long IntegerOf(string message)
        {
            var reader = new ProtobufReader(Convert.FromHexString(message));
            reader.Next();
            return reader.Integer;
        }

        static int LengthOf(string message)
        {
            var reader = new ProtobufReader(Convert.FromHexString(message));
            reader.Next();
            return reader.Bytes.Length;
        }
    }
}
