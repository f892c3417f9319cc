using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.Transforms.Image;

namespace MLNet.Gan;

/// <summary>A column of images: vectors of floats or of bytes [C, H, W], or ML.NET's images of any sizes.</summary>
/// <param name="Column">The column.</param>
/// <param name="Shape">The shape of each vector; null for ML.NET's images.</param>
/// <param name="Range">The values of black and white in vectors of floats.</param>
internal sealed record ImageColumn(DataViewSchema.Column Column, SampleShape? Shape, PixelRange Range)
{
    private const string Expected = "a vector of Single or Byte with the dimensions [C, H, W], C being 1 or 3, or images";

    /// <summary>Finds a column of images.</summary>
    /// <param name="schema">The schema.</param>
    /// <param name="name">Its name.</param>
    /// <param name="shape">The shape that vectors must have; null to use that of their type.</param>
    /// <param name="range">The values of black and white in vectors of floats.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is none, or it holds something else.</exception>
    /// <exception cref="InvalidOperationException">ML.NET's images do not work in this program.</exception>
    public static ImageColumn Find(DataViewSchema schema, string name, SampleShape? shape, PixelRange range)
    {
        var column = ColumnCheck.Find(schema, "input", name);
        return column.Type switch
        {
            ImageDataViewType => OfPictures(column, range),
            VectorDataViewType vector when IsPixel(vector) && ShapeOf(vector, shape) is { } known
                => new(column, known, range),
            VectorDataViewType { Dimensions: [> 0, > 0, > 0] sizes } vector when IsPixel(vector) && shape is { IsImage: true }
                => throw ColumnCheck.Mismatch("input", name, $"Vector<{vector.ItemType}, {string.Join(", ", shape.Dimensions)}>",
                    $"{vector}", ColumnAdvice.ForLayout(sizes, shape.Dimensions)),
            VectorDataViewType { Dimensions: [not (1 or 3), > 0, 1 or 3] }
                => throw ColumnCheck.Mismatch("input", name, Expected, $"{column.Type}", ColumnCheck.InterleavedAdvice),
            _ => throw ColumnCheck.Mismatch("input", name, Expected, $"{column.Type}"),
        };
    }

    /// <summary>Returns a reader of the image in a cursor's current row.</summary>
    /// <param name="row">The row, or a cursor.</param>
    /// <param name="tally">Counts the traits of the files of ML.NET's images.</param>
    public Func<(SampleShape Shape, byte[] Pixels)> Bind(DataViewRow row, ImageTally tally) => Shape is null ? Pictures(row, tally)
        : ((VectorDataViewType)Column.Type).ItemType == NumberDataViewType.Byte ? Bytes(row, Shape)
        : Floats(row, Shape);

    private static ImageColumn OfPictures(DataViewSchema.Column column, PixelRange range)
    {
        ImageLibrary.Check();
        return new(column, null, range);
    }

    private Func<(SampleShape Shape, byte[] Pixels)> Floats(DataViewRow row, SampleShape shape)
    {
        var read = SampleColumn.Bind(row, Column, shape, isBounded: false);
        var values = new float[shape.Size];
        return () =>
        {
            read(values);
            var pixels = new byte[values.Length];
            Range.Quantize(values, pixels);
            return (shape, pixels);
        };
    }

    private Func<(SampleShape Shape, byte[] Pixels)> Bytes(DataViewRow row, SampleShape shape)
    {
        var getter = row.GetGetter<VBuffer<byte>>(Column);
        VBuffer<byte> buffer = default;
        return () =>
        {
            getter(ref buffer);
            return buffer.Length == shape.Size
                ? (shape, Dense(buffer))
                : throw new InvalidOperationException(
                    $"Row {row.Position} of column '{Column.Name}' has {buffer.Length} values, but {shape} needs "
                        + $"{shape.Size}.");
        };
    }

    private Func<(SampleShape Shape, byte[] Pixels)> Pictures(DataViewRow row, ImageTally tally)
    {
        var getter = row.GetGetter<MLImage>(Column);
        return () =>
        {
            MLImage image = null!;
            getter(ref image);
            if (image is null)
                throw new InvalidOperationException(
                    $"Row {row.Position} of column '{Column.Name}' has no image. Filter such rows first.");
            using (image)
            {
                if (PictureCheck.Problem(image, tally) is { } problem)
                    throw new InvalidOperationException(
                        $"Row {row.Position} of column '{Column.Name}' cannot be used. {problem}");
                var planes = ImagePlanes.Of(image);
                return (SampleShape.Image(ImagePlanes.Channels, planes.Height, planes.Width), planes.Values);
            }
        };
    }

    private static byte[] Dense(in VBuffer<byte> buffer)
    {
        var pixels = new byte[buffer.Length];
        buffer.CopyTo(pixels);
        return pixels;
    }

    private static bool IsPixel(VectorDataViewType type) =>
        type.ItemType == NumberDataViewType.Single || type.ItemType == NumberDataViewType.Byte;

    /// <summary>Whether vectors have the shape's dimensions if they have three, or else its size; what is not known fits.</summary>
    private static bool Fits(VectorDataViewType type, SampleShape said) => type.Dimensions is { Length: 3 } sizes
        ? sizes.Zip(said.Dimensions).All(pair => pair.First == 0 || pair.First == pair.Second)
        : type.Size == 0 || type.Size == said.Size;

    private static SampleShape? ShapeOf(VectorDataViewType type, SampleShape? said)
    {
        if (said is not null)
            return said.IsImage && said.Channels is 1 or 3 && Fits(type, said) ? said : null;
        return type.Dimensions is [1 or 3, > 0, > 0] sizes ? SampleShape.Image(sizes[0], sizes[1], sizes[2]) : null;
    }
}
