using Microsoft.ML;
using Microsoft.ML.Data;

namespace MLNet.Gan;

/// <summary>The files that ML.NET's images in the rows of a cursor were loaded from, each checked once.</summary>
/// <param name="row">The cursor.</param>
/// <param name="columns">Its columns of images, which are active.</param>
internal sealed class ImageSources(DataViewRow row, IEnumerable<DataViewSchema.Column> columns)
{
    private readonly List<(string Name, Func<string?> Path)> _images =
        [.. columns.Select(column => (column.Name, PathOf(row.GetGetter<MLImage>(column))))];

    private readonly HashSet<string> _checked = new(StringComparer.Ordinal);
    private readonly List<UnreadFile> _problems = [];
    private string _column = "";

    /// <summary>The files that cannot be read.</summary>
    public IReadOnlyList<UnreadFile> Problems => _problems;

    /// <summary>Checks the files of the current row.</summary>
    public void Check()
    {
        HashSet<string> ofRow = [];
        foreach (var (name, pathOf) in _images.ToArray())
        {
            if (pathOf() is not { } path)
                continue;
            // Images without files, and those of the same files as another column, are not decoded for each row.
            if (!File.Exists(path) || !ofRow.Add(path))
                _images.RemoveAll(image => image.Name == name);
            else if (_checked.Add(path))
                Check(name, path);
        }
    }

    /// <summary>The error that names the files.</summary>
    public InvalidOperationException Refusal() => new(
        $"{UnreadFile.Summary(_problems, _checked.Count, $"of column '{_column}'")} ML.NET decodes what is there of such a file, and "
            + "the rest is black. Filter its row, or load the images with ml.Gan.LoadImages and SkipsBad.", _problems[0].Reason);

    private void Check(string name, string path)
    {
        try
        {
            ImageFile.Check(path);
        }
        catch (FormatException problem)
        {
            _column = name;
            _problems.Add(new(path, problem));
        }
    }

    /// <summary>Returns a reader of the path that the row's image carries, perhaps empty; of null where there is no image.</summary>
    private static Func<string?> PathOf(ValueGetter<MLImage> get)
    {
        // ML.NET's loader disposes of the image that it gave before; an image in memory belongs to the caller.
        MLImage image = null!;
        return () =>
        {
            get(ref image);
            return image is null ? null : image.Tag ?? "";
        };
    }
}
