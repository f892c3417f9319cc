using Microsoft.ML;
using Microsoft.ML.Data;

namespace MLNet.Gan;

/// <summary>Loads MNIST-like files as a data view.</summary>
internal static class IdxImages
{
    public static IDataView Load(MLContext context, string imagesPath, string labelsPath)
    {
        var (size, pixels) = IdxFile.Read(imagesPath);
        var (count, labels) = IdxFile.Read(labelsPath);
        if (size is not [var images, var height, var width] || count is not [var labeled] || images != labeled)
            throw new FormatException(
                $"'{imagesPath}' has the dimensions {string.Join(" × ", size)} and '{labelsPath}' "
                    + $"{string.Join(" × ", count)}, but images need three and labels one, of equal length.");

        var schema = SchemaDefinition.Create(typeof(ImageRow));
        schema[nameof(ImageRow.Features)].ColumnType =
            new VectorDataViewType(NumberDataViewType.Single, 1, height, width);
        schema[nameof(ImageRow.Label)].ColumnType = new KeyDataViewType(typeof(uint), labels.Max() + 1);
        var rows = pixels.Chunk(height * width).Select((image, row) => new ImageRow
        {
            Features = PixelScale.ToSample(image),
            Label = labels[row],
        });
        return context.Data.LoadFromEnumerable(rows.ToArray(), schema);
    }
}
