using System.Text.RegularExpressions;
using Microsoft.ML;
using MLNet.Gan.Metrics;

namespace MLNet.Gan.Tests.Tables.Quality;

/// <summary>The page and the text: what must be in them, and what must not.</summary>
[TestClass]
public sealed class TableQualityReportTests
{
    private const string Limits = "None of this shows that the table is private: what can be inferred of a person is not known, and a guarantee needs "
        + "differential privacy, which this package does not provide.";

    private static readonly MLContext Context = new(seed: 1);

    [TestMethod]
    public void Report_HasTheVerdictFirstAndAPictureOfEachColumn()
    {
        var report = Evaluate(Customer.Rows(300, 1)).Report("Customers");

        var html = report.ToHtml();
        CollectionAssert.AreEqual(
            new[] { "Verdict", "Values", "Shapes: real rows pale blue, synthetic ones orange", "Columns, the worst first", "Pair trends", "Pairs, the worst first", "Distances to the closest record", "Settings" },
            report.Sections.Select(section => section.Title).ToArray());
        Assert.HasCount(4 + 3, Regex.Matches(html, "<img ")); // Four columns, three maps of pairs.
        Assert.Contains("Plan: 0.9", html);
        Assert.Contains(", student.", html);
        Assert.Contains(Limits, html);
        Assert.AreEqual(html, Evaluate(Customer.Rows(300, 1)).Report("Customers").ToHtml());
    }

    [TestMethod]
    public void Report_OfNewRows_NeverCallsTheTablePrivate()
    {
        // The best that there can be: rows of the distribution itself, which no generator saw.
        var quality = Evaluate(Customer.Rows(300, 1));

        Assert.AreEqual(Limits, quality.Verdict[^1]);
        foreach (var text in new[] { quality.ToString(), quality.Report("Customers").ToMarkdown(), string.Join(' ', quality.Verdict) })
        {
            Assert.Contains(Limits, text);
            Assert.IsFalse(IsAssurance(text.Replace(Limits, "", StringComparison.Ordinal)), text);
        }

        Assert.IsFalse(quality.Report("Customers").ToHtml().Contains("rating good", StringComparison.Ordinal));
    }

    [TestMethod]
    public void Members_NameNoPrivacy() => Assert.AreEqual("", string.Join(", ",
        from type in typeof(TableQuality).Assembly.GetExportedTypes()
        where type.Namespace == typeof(TableQuality).Namespace
        from name in type.GetMembers().Select(member => member.Name).Append(type.Name)
        where IsAssurance(name)
        select $"{type.Name}.{name}"));

    [TestMethod]
    public void Report_OfATableWithOneOutlierAndOneRareCategory_ShowsNeither()
    {
        var train = Customer.Rows(300, 1);
        train[17] = new() { Age = 99.123f, Income = 7_654_321, Plan = "royal", IsActive = true };

        var quality = Context.Gan.EvaluateTableQuality(Customer.View(train), Customer.View(Customer.Rows(300, 2)), Customer.View(Customer.Rows(300, 3)));

        foreach (var page in new[] { quality.Report("Customers").ToHtml(), quality.Report("Customers").ToMarkdown(), quality.ToString() })
        {
            Assert.DoesNotContain("royal", page);
            foreach (var value in new[] { "7654", "7,654", "7.65", "7.7E", "99.1" })
                Assert.DoesNotContain(value, Regex.Replace(page, "data:image[^\"]*|<script.*?</script>", "", RegexOptions.Singleline));
        }
    }

    [TestMethod]
    public void Report_OfASmallTableThatLostACategory_CountsTheRareOne()
    {
        // One of 24 real rows is above 1 %; the synthetic rows are so many that its loss is beyond chance only at a low confidence.
        Customer[] Rows(int count, string plan) => [.. Customer.Rows(count, 1).Select((row, i) => row.With(plan: i < 3 ? plan : "basic"))];

        var quality = Context.Gan.EvaluateTableQuality(Customer.View(Rows(24, "royal")), Customer.View(Rows(500, "basic")), options: new() { Confidence = 0.5 });

        Assert.AreEqual("royal", quality.Columns[2].Lost.Single().Name);
        Assert.IsTrue(quality.Verdict.Any(sentence => sentence.Contains("more than half of its share was lost by 1 rare categories", StringComparison.Ordinal)));
        Assert.DoesNotContain("royal", quality.Report("Customers").ToHtml());
    }

    [TestMethod]
    public void Report_OfCopies_SaysHowManyAndNotWhich()
    {
        var train = Customer.Rows(300, 1);
        Customer[] synthetic = [.. Customer.Rows(300, 2)];
        synthetic[123] = train[277];

        var quality = Context.Gan.EvaluateTableQuality(Customer.View(train), Customer.View(synthetic), Customer.View(Customer.Rows(300, 3)));

        Assert.AreEqual(new CopiedRow(123, 277), quality.Copies.Rows.Single());
        Assert.Contains("1 of 300 synthetic rows equal a training row", quality.ToString());
        foreach (var page in new[] { quality.Report("Customers").ToMarkdown(), quality.ToString() })
            Assert.IsFalse(Regex.IsMatch(page, @"\b(123|277)\b"), page);
    }

    private static TableQuality Evaluate(Customer[] synthetic) => Context.Gan.EvaluateTableQuality(
        Customer.View(Customer.Rows(300, 11)), Customer.View(synthetic), Customer.View(Customer.Rows(300, 12)));

    private static bool IsAssurance(string text) => Regex.IsMatch(text, "privat|privacy|anonym|\\bsafe|protect", RegexOptions.IgnoreCase);
}
