using System.Diagnostics;

namespace MLNet.Gan.Tests.Onnx;

/// <summary>ONNX's own checker accepts what we write and reads from it what we meant.</summary>
[TestClass]
public sealed class OnnxCheckerTests : IDisposable
{
    // Debian's Python: another one on the path may lack Debian's modules.
    private const string Python = "/usr/bin/python3";

    private const string Script = """
        import sys
        try:
            import onnx
        except ImportError:
            sys.exit(77)
        model = onnx.load(sys.argv[1])
        onnx.checker.check_model(model, full_check=True)
        print("IR", model.ir_version, "opset", [(o.domain, o.version) for o in model.opset_import], model.producer_name)
        print("metadata", sorted(p.key for p in model.metadata_props))
        print("inputs", [(i.name, i.type.tensor_type.elem_type, [d.dim_param or d.dim_value for d in i.type.tensor_type.shape.dim])
                         for i in model.graph.input])
        print("tensors", len(model.graph.initializer), "unused",
              [t.name for t in model.graph.initializer if not any(t.name in n.input for n in model.graph.node)])
        """;

    private readonly string _path = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid()}.onnx");

    public void Dispose() => File.Delete(_path);

    [TestMethod]
    public void CheckModel_OfAGenerator_ReadsWhatWasWritten()
    {
        AtomicFile.Write(_path, SmallGenerator.ToBytes());

        var lines = RunChecker().Split('\n');

        Assert.AreEqual("IR 7 opset [('', 13)] MLNet.Gan", lines[0]);
        Assert.AreEqual("metadata ['classes', 'name', 'range']", lines[1]);
        Assert.AreEqual("inputs [('z', 1, ['N', 4]), ('label', 7, ['N'])]", lines[2]);
        Assert.AreEqual("tensors 15 unused []", lines[3]); // 13 weights, the shape and the scales
    }

    private string RunChecker()
    {
        if (!File.Exists(Python))
        {
            Assert.Inconclusive($"{Python} is missing.");
        }

        using var process = Process.Start(new ProcessStartInfo(Python, ["-c", Script, _path])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        if (process.ExitCode == 77)
        {
            Assert.Inconclusive("python3-onnx is not installed.");
        }

        Assert.AreEqual(0, process.ExitCode, errors.Result);
        return output;
    }
}
