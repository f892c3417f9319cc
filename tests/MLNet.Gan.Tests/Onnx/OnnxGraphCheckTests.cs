namespace MLNet.Gan.Tests.Onnx;

/// <summary>What a graph refuses, and what it says.</summary>
[TestClass]
public sealed class OnnxGraphCheckTests
{
    private readonly OnnxGraph _graph = new("test");

    [TestMethod]
    public void Constructor_WithoutName_Throws() => Assert.ThrowsExactly<ArgumentException>(() => new OnnxGraph(" "));

    [TestMethod]
    public void Weight_OfWrongLength_SaysBothSizes()
    {
        var e = Assert.ThrowsExactly<ArgumentException>(() => _graph.Weight("w", [1, 2, 3], 2, 2));

        Assert.AreEqual("values", e.ParamName);
        Assert.Contains("Weight 'w' of shape [2,2] needs 4 values, but 3 were given.", e.Message);
    }

    [TestMethod]
    [DataRow(0L)]
    [DataRow(-1L)]
    public void Input_OfSizeNotPositive_Throws(long size)
    {
        var e = Assert.ThrowsExactly<ArgumentOutOfRangeException>(() => _graph.Input("x", OnnxElement.Single, 3, size));

        Assert.AreEqual("dimensions", e.ParamName);
        Assert.Contains($"The sizes of 'x' are [3,{size}]", e.Message);
    }

    [TestMethod]
    public void Input_OfATakenName_Throws()
    {
        _graph.Input("x", OnnxElement.Single, 1);

        var e = Assert.ThrowsExactly<ArgumentException>(() => _graph.Input("x", OnnxElement.Single, 1));

        Assert.Contains("already has a value named 'x'", e.Message);
    }

    [TestMethod]
    public void Output_OfATakenName_Throws()
    {
        var x = _graph.Input("x", OnnxElement.Single, 1);
        _graph.Output("y", x, 1);

        Assert.Contains("named 'x'", Assert.ThrowsExactly<ArgumentException>(() => _graph.Output("x", x, 1)).Message);
        Assert.Contains("named 'y'", Assert.ThrowsExactly<ArgumentException>(() => _graph.Output("y", x, 1)).Message);
    }

    [TestMethod]
    public void Add_OfAnotherGraphsValue_Throws()
    {
        var stranger = new OnnxGraph("other").Input("z", OnnxElement.Single, 1);

        var e = Assert.ThrowsExactly<ArgumentException>(() => _graph.Add("Relu", [stranger]));

        Assert.AreEqual("inputs", e.ParamName);
        Assert.Contains("Graph 'test' has no value named 'z'.", e.Message);
    }

    [TestMethod]
    public void Add_OfTheDefaultValue_Throws() => Assert.ThrowsExactly<ArgumentException>(() => _graph.Add("Relu", [default]));

    [TestMethod]
    public void Output_OfNoValue_Throws() => Assert.ThrowsExactly<ArgumentException>(() => _graph.Output("y", OnnxValue.Absent, 1));

    [TestMethod]
    public void Attribute_WithoutName_Throws() => Assert.ThrowsExactly<ArgumentException>(() => OnnxAttribute.Of("", 1));
}
