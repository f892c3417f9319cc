namespace MLNet.Gan.Tests.Onnx;

[TestClass]
public sealed class OnnxPortTests
{
    [TestMethod]
    public void Shape_OfADynamicBatch_StartsWithTheCount() => CollectionAssert.AreEqual(
        new long[] { 4, 3, 2 }, new OnnxPort("x", typeof(float), [-1, 3, 2]).Shape<float>(4, 24, "input"));

    [TestMethod]
    public void Shape_OfAFixedBatch_TakesThatCount() => CollectionAssert.AreEqual(
        new long[] { 1, 3 }, new OnnxPort("x", typeof(float), [1, 3]).Shape<float>(1, 3, "input"));

    [TestMethod]
    public void Shape_OfAFixedBatch_RefusesAnother() =>
        AssertRefused("'x' takes 1 rows at a time, but 2 were given.", new("x", typeof(float), [1, 3]));

    [TestMethod]
    public void Shape_OfRowsOfUnknownSize_SaysSo() =>
        AssertRefused("'x' has the shape [-1, 3, -1], but every size except the first", new("x", typeof(float), [-1, 3, -1]));

    [TestMethod]
    public void Shape_OfAScalar_SaysSo() => AssertRefused("'x' has the shape [], but", new("x", typeof(float), []));

    [TestMethod]
    public void Shape_OfAnotherType_NamesBoth() =>
        AssertRefused("'x' consists of Byte values, but a buffer of Single was given.", new("x", typeof(byte), [-1, 3]));

    private static void AssertRefused(string message, OnnxPort port)
    {
        var e = Assert.ThrowsExactly<ArgumentException>(() => port.Shape<float>(2, 6, "input"));

        Assert.AreEqual("input", e.ParamName);
        Assert.Contains(message, e.Message);
    }
}
