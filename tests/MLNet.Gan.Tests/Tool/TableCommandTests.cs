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
    [DataRow("A;B\n1,5;2,5\n2,5;3,5\n", "Line 2 of '", "has 3 values, but line 1 has 1. Give the separator: --separator ';'.")]
    [DataRow("A,B\n1,x\n2,y\n\"3,z\n4,w\n", "Line 4 of '", "opens a quote that is never closed. Close it, or write a quote within quotes twice")]
    [DataRow("A;B\n\"4.655,21\";0\n\"8.559,13\";1\n", "Line 2 of '", "has ';' behind a quoted value. Give the separator: --separator ';'.")]
    [DataRow("A,B\n1,5.5\n", "", "")]
    [DataRow("5.1,3.5,setosa\n4.9,3.0,setosa\n", "The first line of '",
        "has the number '5.1' where the name of a column should be. Give the file a header; if neither file has one, add --no-header.")]
    public void Table_WithASlip_SaysTheOptionOrThePlace(string content, string start, string message)
    {
        var (code, _) = Run(content + (start.Length == 0 ? "2,7\n" : ""), content + (start.Length == 0 ? "2,7\n" : ""));

        Assert.AreEqual(start.Length == 0 ? 0 : 1, code, _bench.Error);
        Assert.Contains(start, _bench.Error);
        Assert.Contains(message, _bench.Error);
    }

    [TestMethod]
    public void Table_OfTwoFilesWithoutAHeader_SaysSo()
    {
        var (code, _) = Run("39,Gov\n50,Self\n38,Gov\n", "28,Self\n50,Gov\n31,Gov\n");

        Assert.AreEqual(1, code);
        Assert.Contains("The name '39' is a number: if the files begin with a row instead of a header, read them without (--no-header).", _bench.Error);
        Assert.AreEqual(0, Run("0,1\n1.5,x\n2.5,y\n", "0,1\n1.5,x\n2.5,y\n").Code, _bench.Error); // As pandas numbers columns.
    }

    [TestMethod]
    [DataRow("inf", "inf")]
    [DataRow("None", "None")]
    [DataRow("-", "-")]
    [DataRow("n.a.", "n.a.")]
    [DataRow("\"1,234.50\"", "1,234.50")]
    [DataRow("12%", "12%")]
    [DataRow("\u221297.8", "\u221297.8")]
    public void Table_OfAColumnOfNumbersWithAnotherValue_NamesItsPlace(string cell, string text)
    {
        var content = $"A,B\n1,x\n\n2,\"x\ny\"\n3,x\n{cell},x\n5,x\n";
        var expected = $"but line 7 has '{text}'. Correct it, or leave it empty if the value is missing; if the values are no numbers, add "
            + "--categories 'A'.";
        if (text[^1] is '%' or '0' or '8')
            expected = $"has numbers in a form that is not read, such as '{text}' in line 7.";

        foreach (var (real, generated, culprit) in ((string, string, string)[])
            [(content, "A,B\n1,x\n2,y\n", "real"), ("A,B\n1,x\n2,y\n", content, "generated")])
        {
            Assert.AreEqual(1, Run(real, generated).Code);
            Assert.Contains($"Column 'A' of '{_bench[$"{culprit}.csv"]}' has ", _bench.Error);
            Assert.Contains(expected, _bench.Error);
        }

        var (code, lines) = Run(content, content, "--categories", "A");
        Assert.AreEqual(0, code, _bench.Error);
        Assert.StartsWith("TV of A = 0 (", lines[0]);
        Assert.AreEqual(0, Run(content, content, "--without", "A").Code, _bench.Error);
    }

    [TestMethod]
    public void Table_OfNumbersAndMostlyText_NamesTheText()
    {
        Assert.AreEqual(1, Run("A,B\n1,x\n2,y\n3,z\n", "A,B\n1,x\nnone,y\nnone,z\n").Code);
        Assert.Contains("Column 'A' has numbers in the real table, but categories such as 'none' in the other.", _bench.Error);
    }

    [TestMethod]
    public void Table_WithCategoriesOfAnUnknownColumn_NamesIt()
    {
        Assert.AreEqual(1, Run("A,B\n1,x\n2,y\n", "A,B\n1,x\n2,y\n", "--categories", "C").Code);
        Assert.Contains("Column 'C' of --categories is in neither table. There are 'A', 'B'.", _bench.Error);
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
        Assert.Contains("Column 'A' of '", _bench.Error);
        Assert.Contains("has numbers in a form that is not read, such as '1,5' in line 2. Write decimals with a point, thousands without a "
            + "separator, and no sign of a unit; if the values are no numbers, add --categories 'A'.", _bench.Error);
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
