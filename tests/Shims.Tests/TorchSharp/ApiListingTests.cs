using Shims.Tests;

namespace TorchSharp.Tests;

[TestClass]
public sealed class ApiListingTests
{
    [TestMethod]
    public void Shim_PublicSurface_IsASubsetOfTorchSharp()
    {
        var listing = Path.Combine(AppContext.BaseDirectory, "Api", "TorchSharp.txt");

        var foreign = ApiSubset.Foreign(typeof(torch).Assembly.Location, listing);

        Assert.Contains(
            "TorchSharp.torch.Tensor TorchSharp.torch.Tensor.add_(TorchSharp.torch.Tensor target)",
            ApiSubset.Offered(typeof(torch).Assembly.Location));
        Assert.IsEmpty(foreign, string.Join(Environment.NewLine, foreign));
    }
}
