using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using Microsoft.ML;

namespace MLNet.Gan.Metrics;

/// <summary>
/// A file cache of the network outputs for real samples, with the hash of samples and networks as key.
/// </summary>
internal static class EvaluationCache
{
    /// <summary>
    /// Reads the network outputs for the samples of a view from the cache, or computes and stores them.
    /// </summary>
    /// <remarks>Networks without a weights file cannot be identified, so their outputs are not cached.</remarks>
    /// <exception cref="IOException">The outputs are to be computed, but the cache's folder cannot be written to.</exception>
    public static (FeatureSet Set, List<int> Labels) Read(
        IDataView view, string column, EvaluationOptions options, Evaluator evaluator, SampleWatch? watch = null)
    {
        if (options.CacheFolder is not { } folder || !IsKnown(options.Features) || !IsKnown(options.Classifier))
            return GanEvaluation.Read(view, column, options, evaluator, watch);

        var (key, labels) = Key(view, column, options, evaluator, watch);
        var path = Path.Combine(folder, $"{key}.npz");
        if (TryLoad(path, evaluator) is { } kept)
            return (kept, labels);

        OutputFolder.Require(folder, nameof(EvaluationOptions.CacheFolder)); // Before the networks compute for hours.
        var (set, _) = GanEvaluation.Read(view, column, options, evaluator); // The watch has seen the samples.
        FeatureSetFile.Save(set, path);
        return (set, labels);
    }

    private static FeatureSet? TryLoad(string path, Evaluator evaluator)
    {
        if (!File.Exists(path))
            return null;
        try
        {
            return FeatureSetFile.Load(path, evaluator.Begin());
        }
        catch (FormatException)
        {
            return null; // It is computed again, and replaced.
        }
    }

    private static (string Key, List<int> Labels) Key(
        IDataView view, string column, EvaluationOptions options, Evaluator evaluator, SampleWatch? watch)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.UTF8.GetBytes(
            $"1 {evaluator.Begin().Evidence} {Text(options.Features)} {Text(options.Classifier)}"));
        List<int> labels = [];
        var labelColumn = options.Classifier is null ? null : options.LabelColumnName;
        foreach (var block in SampleBlocks.Read(view, column, labelColumn, evaluator.SampleSize))
        {
            var samples = block.Samples[..(block.Count * evaluator.SampleSize)];
            watch?.See(samples);
            hash.AppendData(MemoryMarshal.AsBytes(samples.Span));
            labels.AddRange(block.Labels);
        }

        return (Convert.ToHexStringLower(hash.GetHashAndReset())[..32], labels);
    }

    private static bool IsKnown(IFeatureExtractor? extractor) => extractor is null or { Weights.Length: > 0 };

    private static string Text(IFeatureExtractor? extractor) => extractor is null ? "-"
        : $"{extractor.Name}|{extractor.Weights}|{extractor.Preprocessing}|{extractor.InputSize}|{extractor.FeatureSize}";
}
