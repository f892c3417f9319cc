using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;

namespace MLNet.Gan.Tests;

/// <summary>Calls of TorchSharp that need care are made in the places that take it.</summary>
[TestClass]
public sealed partial class NativeCallTests
{
    private static readonly string Library = Path.GetFullPath(Path.Combine(ThisFolder(), "../../src/MLNet.Gan"));

    [TestMethod]
    public void CallsThatCouldEndTheProcess_AreMadeInTwoFiles() =>
        CollectionAssert.AreEqual(new[] { "Gradients.cs", "TrainingState.cs" }, FilesWith(Handlerless()));

    /// <summary>A plain copy to a GPU waits for it; steps use <see cref="DeviceTransfer"/>. These copy once, before or after.</summary>
    [TestMethod]
    public void CopiesThatWaitForTheGpu_AreMadeOutsideOfSteps() => CollectionAssert.AreEqual(
        new[]
        {
            "DeviceTransfer.cs", "MappedStore.cs", "ModuleArchitecture.cs", "NetworkSpec.cs", "PrincipalComponents.cs", "RealSamples.cs", "RunScorer.cs",
            "SampleProbe.cs", "ScaledGenerator.cs", "SnapshotRecorder.cs", "SpectralWeight.cs", "Standardization.cs", "StoreWriter.cs", "TabularGenerator.cs", "TrialStep.cs",
        },
        FilesWith(Copy()));

    /// <summary>A number read back waits for the GPU; steps that do not report read none.</summary>
    [TestMethod]
    public void NumbersRead_AreThoseOfReportsAndBeginnings() => CollectionAssert.AreEqual(
        new[]
        {
            "Arithmetic.cs", // where ToNumber is made
            "CategoryShares.cs", // only when samples are compared
            "Conditions.cs", // once, for the rows of each category
            "DeviceTransfer.cs",
            "GanNetworks.cs", // whether weights are finite, only for reports without a score and for checkpoints
            "MappedStore.cs", // only when samples are standardized
            "NetworkCheck.cs", // only before training
            "PrincipalComponents.cs", // once, for scores
            "RealSamples.cs", // once, for comparisons
            "ReturnedValueCheck.cs", // only of penalties without a graph
            "RunScorer.cs", // only when a scoring is due
            "SampleProbe.cs", // only when samples are compared
            "SampleSet.cs", // once, for checkpoints
            "SnapshotRecorder.cs",
            "SpectralWeight.cs", // only in evaluation mode and at the beginning
            "Standardization.cs",
            "TrainingState.cs", // only for checkpoints
            "WeightData.cs",
        },
        FilesWith(Reading()));

    private static string[] FilesWith(Regex pattern) =>
    [
        .. Directory.EnumerateFiles(Library, "*.cs", SearchOption.AllDirectories)
            .Where(file => !file.Contains("/obj/", StringComparison.Ordinal) && pattern.IsMatch(Comment().Replace(File.ReadAllText(file), "")))
            .Select(file => Path.GetFileName(file)).Order(StringComparer.Ordinal),
    ];

    // What of TorchSharp 0.107's functions without an exception handler can fail and might be called here.
    [GeneratedRegex(@"\bautograd\.grad\(|\bmatmul\(|\bcummax\(|\bcummin\(|\.set_state\(|\bEmbedding\(|\bset_num_interop_threads\(")]
    private static partial Regex Handlerless();

    [GeneratedRegex(@"\.to\([^()]*[dD]evice|\.to\((?:samples|real|fake|raw|other)\)|\.cuda\(")]
    private static partial Regex Copy();

    [GeneratedRegex(@"\.(?:ToNumber|ToDouble|ToSingle|ToInt64|ToInt32|ToBoolean|item<\w+>|cpu)\(\)")]
    private static partial Regex Reading();

    [GeneratedRegex(@"//[^\n]*")]
    private static partial Regex Comment();

    private static string ThisFolder([CallerFilePath] string file = "") => Path.GetDirectoryName(file)!;
}
