using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.Transforms.Image;

namespace MLNet.Gan;

/// <summary>
/// The column of samples for training: vectors of floats as they are; vectors of bytes and ML.NET's images, whose
/// pixels become numbers in [−1, 1].
/// </summary>
internal static class FeatureColumn
{
    /// <summary>Finds a column that holds samples of a shape.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is none, or its type does not fit the shape.</exception>
    /// <exception cref="InvalidOperationException">ML.NET's images do not work in this program.</exception>
    public static DataViewSchema.Column Find(DataViewSchema schema, string name, SampleShape shape)
    {
        var column = ColumnCheck.Find(schema, "input", name);
        if (column.Type is VectorDataViewType vector && ItemIsNumber(vector) && !Fits(vector, shape))
            throw IsInterleaved(vector) && shape.IsImage && vector.Size == shape.Size ? Interleaved(name, vector)
                : ColumnCheck.Mismatch(
                    "input", name, $"Vector<{vector.ItemType}, {string.Join(", ", shape.Dimensions)}>", $"{vector}",
                    IsTransposed(vector, shape) ? $"{Transposed} {OtherShape(shape)}" : OtherShape(shape));
        if (!IsPixels(column.Type))
            return ColumnCheck.FindVector(schema, "input", name, shape.Size);
        if (column.Type is ImageDataViewType image && !Fits(image, shape))
            throw ColumnCheck.Mismatch("input", name, $"{shape}", Text(image), OtherShape(shape));
        return ImageColumn.Find(schema, name, shape, PixelRange.PlusMinusOne).Column;
    }

    /// <summary>Returns a reader of the sample in the current row of <paramref name="row"/>.</summary>
    /// <param name="row">The row, or a cursor.</param>
    /// <param name="column">A column that was found for the shape.</param>
    /// <param name="shape">What a sample must be.</param>
    /// <param name="isBounded">Whether floats must lie in [−1, 1].</param>
    /// <param name="tally">Counts the traits of the files of ML.NET's images.</param>
    public static SampleColumn.Reader Bind(
        DataViewRow row, DataViewSchema.Column column, SampleShape shape, bool isBounded, ImageTally tally) =>
        IsPixels(column.Type) ? Pixels(row, column, shape, tally) : SampleColumn.Bind(row, column, shape, isBounded);

    /// <summary>Returns the shape that a column's type determines.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such column, or its type does not determine it.</exception>
    public static SampleShape ShapeOf(DataViewSchema schema, string name)
    {
        var type = ColumnCheck.Find(schema, "input", name).Type;
        return ShapeOf(type) ?? throw type switch
        {
            ImageDataViewType image => Unknown(name, Text(image)),
            VectorDataViewType vector when IsInterleaved(vector) => Interleaved(name, vector),
            VectorDataViewType vector when ItemIsNumber(vector) => Unknown(name, $"{vector}"),
            _ => ColumnCheck.Mismatch(
                "input", name, ColumnCheck.SampleTypes, $"{type}", ColumnAdvice.ForVector(name, type)),
        };
    }

    /// <summary>
    /// The shape of a column's samples: of [C, H, W] and of images of a known size an image, of other floats of a known
    /// size a vector; null if the type does not determine it, or is that of interleaved pixels.
    /// </summary>
    public static SampleShape? ShapeOf(DataViewType type) => type switch
    {
        ImageDataViewType { Height: > 0, Width: > 0 } image =>
            SampleShape.Image(ImagePlanes.Channels, image.Height, image.Width),
        VectorDataViewType interleaved when IsInterleaved(interleaved) => null,
        VectorDataViewType { Dimensions: [> 0, > 1, > 1] sizes } pixels when ItemIsNumber(pixels) =>
            SampleShape.Image(sizes[0], sizes[1], sizes[2]),
        VectorDataViewType { Size: > 0 } vector when vector.ItemType == NumberDataViewType.Single =>
            SampleShape.Vector(vector.Size),
        _ => null,
    };

    /// <summary>Checks a promised column of samples.</summary>
    /// <returns>The shape that it determines; null if it is known only with the data.</returns>
    /// <exception cref="ArgumentOutOfRangeException">
    /// There is no such column, it holds something else, or it never determines a shape, and none is given.
    /// </exception>
    public static SampleShape? Check(SchemaShape schema, string name, SampleShape? shape)
    {
        var column = ColumnCheck.Samples(schema, "input", name);
        if (shape is null && column.Kind == SchemaShape.Column.VectorKind.VariableVector)
            throw Unknown(name, $"VarVector<{column.ItemType}>");
        return shape ?? (column.ItemType is ImageDataViewType ? ShapeOf(column.ItemType) : null);
    }

    private static ArgumentOutOfRangeException Unknown(string name, string type) => new("inputSchema",
        $"The type of input column '{name}' is {type}, which does not tell the shape of a sample. Set "
            + "GanOptions.Shape, for example to SampleShape.Image(1, 28, 28) or "
            + "SampleShape.Vector(16), or give the column a known size; images get one by ml.Transforms.ResizeImages.");

    private static SampleColumn.Reader Pixels(
        DataViewRow row, DataViewSchema.Column column, SampleShape shape, ImageTally tally)
    {
        var isVector = column.Type is VectorDataViewType;
        var read = new ImageColumn(column, isVector ? shape : null, PixelRange.PlusMinusOne).Bind(row, tally);
        return destination =>
        {
            var (size, pixels) = read();
            if ((size.Height, size.Width) != (shape.Height, shape.Width))
                throw new InvalidOperationException(
                    $"Row {row.Position} of column '{column.Name}' is an image of {size.Height} × {size.Width} pixels, "
                        + $"but {shape} needs {shape.Height} × {shape.Width}. Resize the images first, for example with "
                        + "ml.Transforms.ResizeImages.");
            PixelScale.ToSample(
                size.Channels == shape.Channels ? pixels : new ImagePlanes(size.Height, size.Width, pixels).ToGray(),
                destination);
        };
    }

    private const string Transposed =
        "Height and width are exchanged: SampleShape.Image takes channels, height and width, ml.Transforms.ResizeImages the width "
            + "before the height.";

    private static string OtherShape(SampleShape shape) =>
        $"Shape of the options is {shape}: set it to that of the column, or in GanOptions to null, which takes the column's.";

    private static ArgumentOutOfRangeException Interleaved(string name, VectorDataViewType vector) =>
        ColumnCheck.Mismatch("input", name,
            $"Vector<{vector.ItemType}, {vector.Dimensions[2]}, {vector.Dimensions[0]}, {vector.Dimensions[1]}>", $"{vector}",
            ColumnCheck.InterleavedAdvice);

    /// <summary>Whether height and width are exchanged.</summary>
    private static bool IsTransposed(VectorDataViewType vector, SampleShape shape) =>
        shape.IsImage && vector.Dimensions.SequenceEqual([shape.Channels, shape.Width, shape.Height]);

    /// <summary>Whether a type is [H, W, C], as of ML.NET's ExtractPixels with interleaved colors.</summary>
    /// <remarks>[N, 1, 1] is no image, but a vector as networks return it.</remarks>
    private static bool IsInterleaved(VectorDataViewType vector) => ItemIsNumber(vector)
        && vector.Dimensions is [not (1 or 3), not 1, 1 or 3] or [not (1 or 3), 1, 3];

    /// <summary>Whether a column has the size of a shape and, if both are images, its dimensions.</summary>
    private static bool Fits(VectorDataViewType vector, SampleShape shape) =>
        shape.IsImage && vector.Dimensions is { Length: 3 } sizes
            ? sizes.Zip(shape.Dimensions).All(pair => pair.First == 0 || pair.First == pair.Second)
            : vector.Size == 0 || vector.Size == shape.Size;

    private static bool Fits(ImageDataViewType image, SampleShape shape) =>
        shape is { IsImage: true, Channels: 1 or ImagePlanes.Channels }
        && (image.Height == 0 || image.Height == shape.Height)
        && (image.Width == 0 || image.Width == shape.Width);

    private static bool IsPixels(DataViewType type) => type is ImageDataViewType
        || (type is VectorDataViewType vector && vector.ItemType == NumberDataViewType.Byte);

    private static bool ItemIsNumber(VectorDataViewType vector) =>
        vector.ItemType == NumberDataViewType.Single || vector.ItemType == NumberDataViewType.Byte;

    private static string Text(ImageDataViewType image) => image is { Height: > 0, Width: > 0 }
        ? $"an image of {image.Height} × {image.Width} pixels"
        : "an image of unknown size";
}
