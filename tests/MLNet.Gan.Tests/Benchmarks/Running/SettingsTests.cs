using MLNet.Gan.Benchmarks.Running;

namespace MLNet.Gan.Tests.Benchmarks.Running;

[TestClass]
public sealed class SettingsTests
{
    [TestMethod]
    public void Parse_Quick_IsOneSeedOfFiftySteps()
    {
        var settings = Settings.Parse(["--quick", "--only", "R1"]);

        Assert.AreEqual((1, 50, "R1"), (settings.Seeds, settings.Steps, settings.Only));
        Assert.AreEqual("-50-steps", settings.Change);
        CollectionAssert.AreEqual(new[] { "--steps", "50" }, settings.ForJobs.ToArray());
    }

    [TestMethod]
    public void Parse_Nothing_ChangesNothing()
    {
        var settings = Settings.Parse([]);

        Assert.AreEqual("", settings.Change);
        Assert.AreEqual(0, settings.ForJobs.Count());
    }

    [TestMethod]
    [DataRow("--stepps", "50")]
    [DataRow("--steps", "0")]
    [DataRow("--steps", "many")]
    [DataRow("--report", "--steps")]
    public void Parse_WhatCannotBe_NamesIt(string first, string second)
    {
        var wrong = Assert.ThrowsExactly<SettingsException>(() => _ = Settings.Parse([first, second]));

        StringAssert.Contains(wrong.Message, first == "--report" ? second : first, StringComparison.Ordinal);
    }
}
