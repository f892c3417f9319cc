namespace MLNet.Gan.Tests.Tool;

/// <summary>Encodings, ends of lines and quotes of the tables that gan-fid reads.</summary>
[TestClass]
public sealed class TableTextTests : IDisposable
{
    private readonly Workbench _bench = new();

    public void Dispose() => _bench.Dispose();

    [TestMethod]
    public void Table_InLatin1_IsRefusedWithItsLine()
    {
        byte[] latin = System.Text.Encoding.Latin1.GetBytes("A,B\n1,x\r\n2,y\r3,M\u00FCller\n");
        var path = _bench.Write("latin.csv", latin);

        Assert.AreEqual(1, _bench.Run("table", path, path));
        Assert.Contains($"Line 4 of '{path}' is not UTF-8: it has the byte 0xFC of another encoding. Save the table as UTF-8.", _bench.Error);
    }

    [TestMethod]
    public void Table_WithALongTextInUtf8_IsRead()
    {
        // Letters of two and three bytes lie on every boundary of blocks of 65 536.
        var content = $"A,B\n1,x{string.Concat(Enumerable.Repeat("\u00FC\u6570", 50_000))}\n2,y\n";
        Assert.AreEqual(0, Run(content, content).Code, _bench.Error);
        var path = _bench.Write("cut.csv", [.. System.Text.Encoding.UTF8.GetBytes(content), .. "3,\u00FC"u8[..^1]]);

        Assert.AreEqual(1, _bench.Run("table", path, path));
        Assert.Contains("Line 4 of '", _bench.Error);
        Assert.Contains("it has the byte 0xC3", _bench.Error);
    }

    [TestMethod]
    [DataRow("utf-8")]
    [DataRow("utf-16")]
    [DataRow("utf-16BE")]
    public void Table_WithAByteOrderMark_IsRead(string name)
    {
        var encoding = System.Text.Encoding.GetEncoding(name);
        var path = _bench.Write("mark.csv", [.. encoding.GetPreamble(), .. encoding.GetBytes("Gr\u00F6\u00DFe,B\n1,M\u00FCller\n2,M\u00F6ller\n")]);

        Assert.AreEqual(0, _bench.Run("table", path, path), _bench.Error);
        Assert.StartsWith("KS of Gr\u00F6\u00DFe = 0 (", _bench.Output);
    }

    [TestMethod]
    [DataRow("A,B\r1,x\r2,y\r", 2)]
    [DataRow("A,B\r\n1,x\r\n2,y\r\n3,z", 3)]
    [DataRow("A,B\n1,x\r2,y\n", 2)]
    [DataRow("A,B\n1,\"x\ry\"\n2,\"\r\n\"\n", 2)]
    [DataRow("A\n1\r2\n3\n", 3)]
    public void Table_WithAnyEndsOfLines_HasEachRow(string content, int rows)
    {
        var (code, lines) = Run(content, content);

        Assert.AreEqual((0, ""), (code, _bench.Error));
        Assert.StartsWith($"KS of A = 0 (network columns, real {rows}, generated {rows}, ", lines[0]);
    }

    [TestMethod]
    public void Table_WithAReturnWithinAValue_IsRefused()
    {
        Assert.AreEqual(1, Run("A,B\n1,x\ry\n2,z\n", "A,B\n1,x\n2,y\n").Code);
        Assert.Contains("Line 3 of '", _bench.Error);
        Assert.Contains("has 1 values, but line 1 has 2.", _bench.Error);
    }

    [TestMethod]
    public void Table_WithEmptyLinesAndQuotes_IsRead()
    {
        const string content = "A,B\r\n\r\n1,\"x, \"\"y\"\"\nz\"\r\n2, plain \"quote\r\n3,\r\n";

        var (code, lines) = Run(content, content);

        Assert.AreEqual((0, ""), (code, _bench.Error));
        Assert.StartsWith("KS of A = 0 (network columns, real 3, generated 3", lines[0]);
        Assert.StartsWith("TV of B = 0 (network columns, real 3, generated 3, seed 0, settings missing 0.333 and 0.333)", lines[1]);
    }

    private (int Code, string[] Lines) Run(string real, string generated, params string[] options)
    {
        File.WriteAllText(_bench["real.csv"], real);
        File.WriteAllText(_bench["generated.csv"], generated);
        var code = _bench.Run(["table", _bench["real.csv"], _bench["generated.csv"], .. options]);
        return (code, _bench.Output.Split('\n'));
    }
}
