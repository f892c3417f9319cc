using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.Transforms.Image;
using MLNet.Gan.Tests.Inception;

namespace MLNet.Gan.Tests.Support;

/// <summary>Pictures of ML.NET, the i-th made up from the seed i, in the column "Picture".</summary>
internal sealed class PictureView : IDataView
{
    private readonly IReadOnlyList<(int Height, int Width)> _sizes;

    public PictureView(IReadOnlyList<(int Height, int Width)> sizes)
    {
        _sizes = sizes;
        var builder = new DataViewSchema.Builder();
        builder.AddColumn("Picture", new ImageDataViewType());
        Schema = builder.ToSchema();
    }

    public DataViewSchema Schema { get; }

    public bool CanShuffle => false;

    public long? GetRowCount() => _sizes.Count;

    public DataViewRowCursor GetRowCursor(IEnumerable<DataViewSchema.Column> columnsNeeded, Random? rand = null) =>
        new Cursor(this);

    public DataViewRowCursor[] GetRowCursorSet(
        IEnumerable<DataViewSchema.Column> columnsNeeded, int n, Random? rand = null) => [new Cursor(this)];

    private static MLImage Picture(int seed, int height, int width)
    {
        var planes = MadeUp.Image(seed, height, width);
        var plane = height * width;
        byte[] pixels = [.. Enumerable.Range(0, plane).SelectMany(i => new byte[]
        {
            planes[2 * plane + i], planes[plane + i], planes[i], 255,
        })];
        return MLImage.CreateFromPixels(width, height, MLPixelFormat.Bgra32, pixels);
    }

    private sealed class Cursor(PictureView view) : DataViewRowCursor
    {
        private long _position = -1;

        public override DataViewSchema Schema => view.Schema;

        public override long Position => _position;

        public override long Batch => 0;

        public override bool MoveNext() => ++_position < view._sizes.Count;

        public override bool IsColumnActive(DataViewSchema.Column column) => true;

        public override ValueGetter<DataViewRowId> GetIdGetter() =>
            (ref DataViewRowId id) => id = new((ulong)_position, 0);

        public override ValueGetter<TValue> GetGetter<TValue>(DataViewSchema.Column column)
        {
            void Get(ref MLImage picture)
            {
                var (height, width) = view._sizes[(int)_position];
                picture = Picture((int)_position, height, width);
            }

            return (ValueGetter<TValue>)(Delegate)(ValueGetter<MLImage>)Get;
        }
    }
}
