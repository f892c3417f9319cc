using MLNet.Gan.Tests.Support;

namespace MLNet.Gan.Tests.Platform;

[TestClass]
public sealed class SystemLibrariesTests
{
    [TestMethod]
    public void OfProcess_IsWhatPythonSays()
    {
        // Python asks the C library, and has no part in how libstdc++ is found here.
        var c = Child.Run("/usr/bin/python3", "/", "-c", "import os; print(os.confstr('CS_GNU_LIBC_VERSION'))").Printed();

        var here = SystemLibraries.OfProcess();

        Assert.AreEqual(c, $"glibc {here.C}");
        Assert.IsTrue(here.Cpp >= new Version(3, 4, 29), "These tests ran, so it is of GCC 11 or later.");
    }

    [TestMethod]
    public void Newest_GoesByNumbers_AndByWholeNames() => Assert.AreEqual(new(3, 4, 30), SystemLibraries.Newest(
        "x\0GLIBCXX_3.4\0GLIBCXX_3.4.9\0GLIBCXX_3.4.30\0GLIBCXX_3.4.21\0GLIBCXX_DEBUG_MESSAGE_LENGTH\0CXXABI_1.3.15\0"));

    [TestMethod]
    public void Newest_OfAnotherLibrary_IsNull() => Assert.IsNull(SystemLibraries.Newest("\0GLIBC_2.34\0"));
}
