namespace Shims.Tests;

[TestClass]
public sealed class ApiTests
{
    [TestMethod]
    [DataRow(typeof(Microsoft.ML.MLContext))]
    [DataRow(typeof(Microsoft.ML.Data.MLImage))]
    public void Shim_ComparedWithTheRealPackage_OffersNothingElse(Type inIt)
    {
        var listings = Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "Api"), "*.txt");
        Assert.AreEqual("", string.Join('\n', ApiSubset.Foreign(inIt.Assembly.Location, listings)));
    }
}
