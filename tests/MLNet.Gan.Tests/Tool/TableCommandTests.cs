using System.Text.Json;
using MLNet.Gan.Metrics;

namespace MLNet.Gan.Tests.Tool;

[TestClass]
public sealed class TableCommandTests : IDisposable
{
    private const string Real = "Id,Age,Plan\n1,20,gold\n2,30,\"basic, old\"\n3,40,gold\n4,NA,gold\n5,50,gold\n6,60,gold\n7,70,gold\n";

    private readonly Workbench _bench = new();

    public void Dispose() => _bench.Dispose();

    [TestMethod]
    public void Table_OfTwoFiles_PrintsALineForEachScore()
    {
        var (code, lines) = Run(Real, Real, "--without", "Id");

        Assert.AreEqual((0, ""), (code, _bench.Error));
        Assert.StartsWith("KS of Age = 0 (network columns, real 7, generated 7, seed 0, settings missing 0.143 and 0.143)", lines[0]);
        Assert.StartsWith("TV of Plan = 0 (", lines[1]);
        Assert.StartsWith("mean column distance = 0 (", lines[2]);
        Assert.IsTrue(Array.Exists(lines, line => line.StartsWith("share of near copies = 1 (", StringComparison.Ordinal)), _bench.Output);
    }

    [TestMethod]
    public void Table_AsJson_CanBeReadBack()
    {
        Run(Real, Real, "--json");

        var scores = JsonDocument.Parse(_bench.Output).RootElement.EnumerateArray().Select(score => Score.FromJson(score.GetRawText())).ToArray();
        Assert.AreEqual("KS of Id", scores[0].Name);
    }

    [TestMethod]
    [DataRow("A;B\n1;x\n2;y\n", "has one column, 'A;B'. Give the separator: --separator ';'.")]
    [DataRow("A\tB\n1\tx\n2\ty\n", "has one column, 'A\tB'. Give the separator: --separator 'tab'.")]
    [DataRow("", "is empty. A table is a text file with a row a line.")]
    [DataRow("A|B\n1|x\n2|y\n", "has one column, 'A|B'. Give the separator: --separator '|'.")]
    [DataRow("A\n1\n", "The real table has 1 rows, but a comparison needs at least 2.")]
    public void Table_OfAFileThatIsNone_SaysWhatToDo(string content, string message)
    {
        var (code, _) = Run(content, content);

        Assert.AreEqual(1, code);
        Assert.Contains(message, _bench.Error);
    }

    [TestMethod]
    [DataRow("pointer", "is a pointer of Git LFS instead of the file itself, but a table is a text file with a row a line. Get the file with 'git lfs pull'.")]
    [DataRow("page", "is a web page, but a table is a text file with a row a line. Download the file itself")]
    [DataRow("xlsx", "is a document of Office (.xlsx, .docx, .ods), but a table is a text file with a row a line. Save a table as CSV")]
    [DataRow("xls", "is a document of an older Office (.xls, .doc), but")]
    [DataRow("gzip", "is a gzip archive, but a table is a text file with a row a line. Unpack it first.")]
    [DataRow("parquet", "is a Parquet file, but a table is a text file with a row a line. Save a table as CSV")]
    [DataRow("zip", "is a zip archive, but")]
    [DataRow("png", "is a PNG image, but")]
    [DataRow("binary", "is no text: it begins with 01 02 03 00, but a table is a text file with a row a line. Save the table as CSV in UTF-8.")]
    public void Table_OfAnotherFile_SaysWhatItIs(string name, string message)
    {
        var path = _bench.Write("a.csv", name switch
        {
            "pointer" => [.. "version https://git-lfs.github.com/spec/v1\noid sha256:ab\nsize 12\n"u8],
            "page" => [.. "<!DOCTYPE html>\n<html>\n<body>\n404\n"u8],
            "xlsx" => Files.Zip("[Content_Types].xml"),
            "xls" => [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. new byte[50]],
            "gzip" => Files.Gzip([.. "A,B\n1,x\n2,y\n"u8]),
            "parquet" => [.. "PAR1"u8, 0x15, 4, 0x15, 0x40],
            "zip" => Files.Zip("a.csv"),
            "png" => [0x89, .. "PNG"u8, 13, 10, 26, 10, 0],
            _ => [1, 2, 3, 0],
        });
        var good = _bench.Write("good.csv", [.. "A,B\n1,x\n2,y\n"u8]);

        Assert.AreEqual(1, _bench.Run("table", good, path));
        Assert.Contains($"'{path}' {message}", _bench.Error);
        Assert.AreEqual(1, _bench.Run("table", path, good));
        Assert.Contains($"'{path}' {message}", _bench.Error);
    }

    [TestMethod]
    [DataRow("BMI,Age")]
    [DataRow("P1,P2")]
    [DataRow("PAR1,ARROW1")]
    [DataRow("abc,ftyp")]
    [DataRow("GIF8,P5 x")]
    public void Table_WhoseNamesLookLikeAnotherFile_IsRead(string header)
    {
        var (code, lines) = Run($"{header}\n1,x\n2,y\n", $"{header}\n1,x\n2,y\n");

        Assert.AreEqual(0, code, _bench.Error);
        Assert.StartsWith($"KS of {header.Split(',')[0]} = 0", lines[0]);
    }

    [TestMethod]
    [DataRow("A,B\n1,x\n2,y,z\n", "Line 3 of '", "has 3 values, but line 1 has 2. Put values that contain ',' in quotes.")]
    [DataRow("A,B\n\"1\n1\",x\n2\n", "Line 4 of '", "has 1 values, but line 1 has 2.")]
    [DataRow("A,B\n\"1\"1,x\n", "Line 2 of '", "has text behind a quoted value. Write a quote within quotes twice")]
    [DataRow("A,B\n//1,x\n2,y\n", "Line 2 of '", "begins as a comment, which ML.NET's loader skips.")]
    [DataRow("#A,B\n1,x\n2,y\n", "Line 1 of '", "begins as a comment, which ML.NET's loader skips.")]
    [DataRow("A,B\n", "'", "has no row but its header.")]
    public void Table_WithLinesThatTheLoaderWouldMisread_NamesThem(string content, string start, string message)
    {
        var (code, _) = Run(content, content);

        Assert.AreEqual(1, code);
        Assert.Contains(start, _bench.Error);
        Assert.Contains(message, _bench.Error);
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

    [TestMethod]
    public void Table_OfAColumnThatOneSideLacksWholly_IsAtDistance1()
    {
        var (code, lines) = Run("A,B\n1,x\n2,y\n", "A,B\n,x\n,y\n");

        Assert.AreEqual(0, code, _bench.Error);
        Assert.StartsWith("KS of A = 1 (", lines[0]);
        Assert.Contains("Of the real values 0 % are missing, of the generated ones 100 %.", lines[0]);
    }

    [TestMethod]
    public void Table_WithDecimalCommas_IsRefused()
    {
        var (code, _) = Run("A;B\n1,5;x\n2;y\n", "A;B\n1,5;x\n2;y\n", "--separator", ";");

        Assert.AreEqual(1, code);
        Assert.Contains("has numbers with commas, such as '1,5'. Write decimals with a point, and thousands without a separator.", _bench.Error);
    }

    [TestMethod]
    public void Table_WithoutHeader_NumbersItsColumns()
    {
        var (code, lines) = Run("1\tx\n2\ty\n", "1\tx\n2\ty\n", "--no-header", "--separator", "tab");

        Assert.AreEqual(0, code, _bench.Error);
        Assert.StartsWith("KS of column 1 = 0", lines[0]);
        Assert.StartsWith("TV of column 2 = 0", lines[1]);
    }

    [TestMethod]
    public void Table_WithAControlCharacterInAValue_IsRead()
    {
        const string content = "A,B\n1,x\n2,y\u001A\n";

        var (code, lines) = Run(content, content);

        Assert.AreEqual(0, code, _bench.Error);
        Assert.StartsWith("KS of A = 0", lines[0]);
    }

    [TestMethod]
    public void Table_OfAMissingFile_SaysSo()
    {
        Assert.AreEqual(1, _bench.Run("table", _bench["none.csv"], _bench["none.csv"]));
        Assert.Contains("There is no file '", _bench.Error);
    }

    private (int Code, string[] Lines) Run(string real, string generated, params string[] options)
    {
        File.WriteAllText(_bench["real.csv"], real);
        File.WriteAllText(_bench["generated.csv"], generated);
        var code = _bench.Run(["table", _bench["real.csv"], _bench["generated.csv"], .. options]);
        return (code, _bench.Output.Split('\n'));
    }
}
