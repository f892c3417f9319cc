using MLNet.Gan.Tests.Pipelines;
using MLNet.Gan.Tests.Support;
using MLNet.Gan.Tests.Tool;

namespace MLNet.Gan.Tests.Platform;

/// <summary>Programs of users in processes of their own: with TorchSharp's file as it is, and without libtorch.</summary>
[TestClass]
public sealed class LoadingTests
{
    [TestMethod]
    public void Fit_InAProgramBuiltWithoutOurTargets_Trains()
    {
        // .NET loads the file by itself where libstdc++ is of GCC 13 or later; elsewhere the changed bytes have no file.
        var place = SystemLibraries.OfProcess().Cpp < new Version(3, 4, 32) ? "memory" : "file";
        using var program = new UserProgram();

        var printed = program.Run("train", program.Place("g.onnx")).Printed();

        Assert.EndsWith($"library from {place}", printed);
        Assert.IsTrue(File.Exists(program.Place("g.onnx")));
    }

    [TestMethod]
    [DataRow("train")]
    [DataRow("network")]
    public void Training_WithoutLibtorch_SaysWhichPackageIsMissing(string what)
    {
        using var program = new UserProgram(UserProgram.IsTorch);

        var child = program.Run(what == "train" ? [what, program.Place("g.onnx")] : [what]);

        Assert.AreEqual(1, child.ExitCode);
        Assert.StartsWith("DllNotFoundException: There is no native libtorch for ", child.Errors);
        Assert.IsFalse(Directory.Exists(program.Place("cpu")), "TorchSharp copied NuGet's native files there.");
    }

    [TestMethod]
    public void Training_AfterTorchSharpFailedByItself_SaysWhatToDo()
    {
        using var program = new UserProgram();

        var child = program.Run("late");

        if (SystemLibraries.OfProcess().Cpp < new Version(3, 4, 32))
            Assert.StartsWith("DllNotFoundException: TorchSharp was used in this process before MLNet.Gan", child.Errors);
        else
            Assert.AreEqual("points", child.Printed());
    }

    [TestMethod]
    public void Training_WithALibraryThatIsNotWhole_PassesOnTheLoadersWords()
    {
        using var program = new UserProgram(name => name == "libtorch.so");

        var child = program.Run("network");

        Assert.AreEqual(1, child.ExitCode);
        Assert.Contains("The system's loader reports: libtorch.so: cannot open shared object file", child.Errors);
    }

    [TestMethod]
    public void Serving_WithoutOnnxRuntime_SaysWhichPackageIsMissing()
    {
        using var program = new UserProgram(name => name.StartsWith("libonnxruntime", StringComparison.Ordinal));
        var path = program.Place("g.onnx");
        TestData.Plain.ExportToOnnx(path);

        var child = program.Run("serve", path);

        Assert.AreEqual(1, child.ExitCode);
        Assert.StartsWith("DllNotFoundException: There is no native ONNX Runtime that can be loaded", child.Errors);
    }

    [TestMethod]
    public void Serving_WithoutLibtorch_Works()
    {
        using var program = new UserProgram(UserProgram.IsTorch);
        var path = program.Place("g.onnx");
        TestData.Plain.ExportToOnnx(path);

        var printed = program.Run("serve", path).Printed();

        StringAssert.Matches(printed, new("^served 400 values; 1 mode; [4-9][0-9] options made$"));
    }

    [TestMethod]
    public void Tool_HasNoLibtorch_AndScores()
    {
        var bin = Repository.Bin("src/MLNet.Gan.Tool");
        using var bench = new Workbench();
        string real = bench.Images("real", 20, seed: 1), generated = bench.Images("generated", 20, seed: 2);

        var child = Child.Dotnet(bin, "exec", "gan-fid.dll", "score", real, generated, "-n", bench.Network());

        Assert.StartsWith("Fréchet distance = ", child.Printed());
        Assert.IsEmpty(Directory.GetFiles(bin, "libtorch*", SearchOption.AllDirectories));
    }
}
