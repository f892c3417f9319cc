using MLNet.Gan.Metrics;
using MLNet.Gan.Tool.Images;

namespace MLNet.Gan.Fuzz;

/// <summary>All readers.</summary>
internal static class Readers
{
    public static IReadOnlyList<Reader> All { get; } =
    [
        new("pickle", path => PickleWeights.Read(path), () => ValidFiles.Committed("*.pth")),
        new("npz", path => StoredStatistics.Load(path),
            () => [ValidFiles.Statistics(), ValidFiles.Npz(("mu", ValidFiles.Npy("<f8", "(2,)", 16)), ("sigma", ValidFiles.Npy("<f4", "(2, 2)", 16)))]),
        new("npz-images", ReadImages, () =>
        [
            ValidFiles.Npz(("arr_0", ValidFiles.Npy("|u1", "(2, 2, 2, 3)", 24))), ValidFiles.Npz(("arr_0", ValidFiles.Npy("|u1", "(1, 4, 2)", 8))),
        ]),
        new("npy", ReadNpy, () => [ValidFiles.Npy("<f8", "(2,)", 16), ValidFiles.Npy("|u1", "(1, 2, 2, 3)", 12)]),
        new("idx", path => IdxFile.Read(path), () => [ValidFiles.Idx, ValidFiles.Gzipped(ValidFiles.Idx)]),
        new("metadata", path => GeneratorMetadata.FromMetadata(Entries(path)), () => [ValidFiles.Metadata()]),
        new("safetensors", ReadSafetensors, () => [ValidFiles.Tensors()]),
        new("state", path => CheckpointState.FromJson(File.ReadAllText(path)), () => [ValidFiles.State()]),
        new("image", path => ImageFile.Read(path), ValidFiles.Images) { MostAllocated = 2L << 30 }, // As many pixels as are allowed.
    ];

    private static void ReadNpy(string path)
    {
        using var file = File.OpenRead(path);
        try
        {
            _ = NpyHeader.Read(file).ElementSize;
        }
        catch (EndOfStreamException)
        {
            // The archive's reader, which knows the names, makes a FormatException of it.
        }
    }

    private static void ReadImages(string path)
    {
        if (NpzContents.Of(path, new ArrayNames(), []).Images is { } name)
            _ = NpzImages.Open(path, name).Images.Count();
    }

    private static void ReadSafetensors(string path)
    {
        using var scope = NewDisposeScope();
        using var file = File.OpenRead(path);
        Safetensors.Read(file);
    }

    private static Dictionary<string, string> Entries(string path) => File.ReadAllText(path).Split('\n').Select(line => line.Split('=', 2))
        .Where(parts => parts.Length == 2).GroupBy(parts => parts[0]).ToDictionary(group => group.Key, group => group.First()[1]);
}
