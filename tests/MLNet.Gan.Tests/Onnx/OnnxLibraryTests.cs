namespace MLNet.Gan.Tests.Onnx;

[TestClass]
public sealed class OnnxLibraryTests
{
    [TestMethod]
    [DataRow("Unable to load 'onnxruntime'. Consider setting LD_DEBUG:\n/app/libonnxruntime.so: cannot open", "Consider setting LD_DEBUG.")]
    [DataRow("Unable to load DLL 'onnxruntime'.", "Unable to load DLL 'onnxruntime'.")]
    public void Missing_OfALoadersWords_EndsWithTheFirstLineAsASentence(string said, string end)
    {
        var cause = new TypeInitializationException("NativeMethods", new DllNotFoundException(said));

        var error = OnnxLibrary.Missing(cause);

        Assert.StartsWith("There is no native ONNX Runtime that can be loaded beside the program. Add a package", error.Message);
        Assert.EndsWith(end, error.Message);
        Assert.AreSame(cause, error.InnerException);
    }
}
