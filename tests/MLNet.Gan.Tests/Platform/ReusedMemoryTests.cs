namespace MLNet.Gan.Tests.Platform;

[TestClass]
public sealed class ReusedMemoryTests
{
    [TestMethod]
    public void Begin_WhereTheCLibraryIsGlibc_IsAccepted_AndEndsOnce()
    {
        if (!OperatingSystem.IsLinux() || File.Exists("/etc/alpine-release"))
            Assert.Inconclusive("The C library is not glibc.");

        using var first = ReusedMemory.Begin();
        var second = ReusedMemory.Begin();

        Assert.IsNotNull(first, "glibc refused a value, or MALLOC_ variables are set.");
        Assert.IsNotNull(second);
        second.Dispose();
        second.Dispose();
    }
}
