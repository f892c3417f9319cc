using MLNet.Gan.Metrics;

namespace MLNet.Gan.Tool.Images;

/// <summary>What a .npz file has: statistics, images, or both, as the reference batches of ADM.</summary>
/// <param name="Mean">The name of the mean; null without statistics.</param>
/// <param name="Covariance">The name of the covariance; null without statistics.</param>
/// <param name="Images">The name of the images; null without.</param>
/// <param name="ImageCount">The number of images; 0 without.</param>
internal sealed record NpzContents(string? Mean, string? Covariance, string? Images, long ImageCount)
{
    private const string UsualMean = "mu", UsualCovariance = "sigma", UsualImages = "arr_0";

    /// <summary>Whether there are statistics.</summary>
    public bool HasStatistics => Mean is not null;

    /// <summary>Returns whether a path is such a file, by its extension or its content.</summary>
    public static bool IsAt(string path) => File.Exists(path) && (path.EndsWith(".npz", StringComparison.OrdinalIgnoreCase)
        || FileContent.OfFile(path) == FileContent.Arrays);

    /// <summary>Looks into a file.</summary>
    /// <param name="path">The file.</param>
    /// <param name="names">The names of the arrays; the usual ones hold for this file, too, if it lacks one that the other side has.</param>
    /// <param name="others">The files of the other side.</param>
    /// <exception cref="FormatException">It has none of these arrays, or a name is not in it.</exception>
    public static NpzContents Of(string path, ArrayNames names, IReadOnlyCollection<string> others)
    {
        using var file = new NpzFile(path);
        string? Find(string? asked, string usual) =>
            asked is not null && file.Has(asked) ? asked
            : asked is null || others.Any(other => Has(other, asked)) ? (file.Has(usual) ? usual : null)
            : throw new FormatException($"'{path}' has no array '{asked}'. It has {file.Text()}.");

        var images = Find(names.Images, UsualImages);
        var (mean, covariance) = (Find(names.Mean, UsualMean), Find(names.Covariance, UsualCovariance));
        if ((mean is null) != (covariance is null) || (images ?? mean) is null)
            throw new FormatException($"'{path}' has {file.Text()}, but no images {names.Images ?? UsualImages} and no mean "
                + $"{names.Mean ?? UsualMean} with a covariance {names.Covariance ?? UsualCovariance}. Name the arrays: --images "
                + "NAME, or --mu NAME --sigma NAME."
                + (file.Has("feats") ? " The features that clean-fid keeps for KID in 'feats' are not read: name the images." : ""));
        return new(mean, covariance, images, images is not null && file.Shape(images) is [var count, ..] ? count : 0);
    }

    private static bool Has(string path, string array)
    {
        using var file = new NpzFile(path);
        return file.Has(array);
    }
}
