namespace Shims.Tests;

[TestClass]
public sealed class ApiTests
{
    [TestMethod]
    public void Shim_ComparedWithTheRealPackage_OffersNothingElse()
    {
        var listings = Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "Api"), "*.txt");
        Assert.AreEqual("", string.Join('\n', ApiSubset.Foreign(typeof(Microsoft.ML.MLContext).Assembly.Location, listings)));
    }
}
