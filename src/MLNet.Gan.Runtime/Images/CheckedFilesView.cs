using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.Transforms.Image;

namespace MLNet.Gan;

/// <summary>A view whose cursors check the files of the images that the view still has, while another column is read.</summary>
/// <remarks>
/// ML.NET decodes a truncated file without an error, and the pixels that ExtractPixels makes of it are partly black, but the
/// images beside them carry the path. The check decodes them once more, since no cursor of ML.NET keeps them.
/// </remarks>
internal sealed class CheckedFilesView : IDataView
{
    private readonly IDataView _input;
    private readonly DataViewSchema.Column[] _images;

    private CheckedFilesView(IDataView input, DataViewSchema.Column[] images) => (_input, _images) = (input, images);

    /// <summary>Returns such a view; the given one if it has no images, or if the samples are images, which their reader checks.</summary>
    /// <param name="input">The view.</param>
    /// <param name="sampleColumn">The column that is read.</param>
    public static IDataView Of(IDataView input, string sampleColumn)
    {
        DataViewSchema.Column[] images = [.. input.Schema.Where(column => !column.IsHidden && column.Type is ImageDataViewType)];
        return images.Length == 0 || images.Any(column => column.Name == sampleColumn) ? input : new CheckedFilesView(input, images);
    }

    public DataViewSchema Schema => _input.Schema;

    public bool CanShuffle => _input.CanShuffle;

    public long? GetRowCount() => _input.GetRowCount();

    public DataViewRowCursor GetRowCursor(IEnumerable<DataViewSchema.Column> columnsNeeded, Random? rand = null) =>
        new Cursor(_input.GetRowCursor(With(columnsNeeded), rand), _images);

    public DataViewRowCursor[] GetRowCursorSet(
        IEnumerable<DataViewSchema.Column> columnsNeeded, int n, Random? rand = null) =>
        [.. _input.GetRowCursorSet(With(columnsNeeded), n, rand).Select(cursor => new Cursor(cursor, _images))];

    private IEnumerable<DataViewSchema.Column> With(IEnumerable<DataViewSchema.Column> columns) =>
        columns.Concat(_images).DistinctBy(column => column.Index);

    private sealed class Cursor(DataViewRowCursor source, IEnumerable<DataViewSchema.Column> images) : DataViewRowCursor
    {
        private readonly ImageSources _sources = new(source, images);

        public override DataViewSchema Schema => source.Schema;

        public override long Position => source.Position;

        public override long Batch => source.Batch;

        public override bool MoveNext()
        {
            if (!source.MoveNext())
                return false;
            _sources.Check();
            if (_sources.Problems.Count == 0)
                return true;
            while (source.MoveNext()) // All are named at once.
                _sources.Check();
            throw _sources.Refusal();
        }

        public override bool IsColumnActive(DataViewSchema.Column column) => source.IsColumnActive(column);

        public override ValueGetter<TValue> GetGetter<TValue>(DataViewSchema.Column column) => source.GetGetter<TValue>(column);

        public override ValueGetter<DataViewRowId> GetIdGetter() => source.GetIdGetter();

        protected override void Dispose(bool disposing)
        {
            if (disposing)
                source.Dispose();
            base.Dispose(disposing);
        }
    }
}
