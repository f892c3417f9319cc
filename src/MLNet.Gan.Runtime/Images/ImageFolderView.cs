using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.Runtime;

namespace MLNet.Gan;

/// <summary>A view of image files, each decoded when a cursor reads its sample.</summary>
internal sealed class ImageFolderView : IDataView
{
    private readonly IChannelProvider _log;
    private readonly LabeledFiles _files;
    private readonly FolderImages _images;
    private readonly int _feature, _path, _label = -1;
    private readonly TraitWarnings _traits;

    /// <summary>Initializes a view of the images of a folder.</summary>
    public ImageFolderView(MLContext context, string folder, ImageFolderOptions options)
    {
        RequireOwnNames(options);
        (_log, _traits) = (context, new(Warn));
        var listing = Listing(folder, options);
        _files = LabeledFiles.Of(listing, hasLabels: options.LabelColumnName is not null);
        _images = FolderImages.Of(options, listing);
        List<DataViewSchema.DetachedColumn> columns = [];
        int Add(DataViewSchema.DetachedColumn column)
        {
            columns.Add(column);
            return columns.Count - 1;
        }

        _path = Add(new(options.PathColumnName, TextDataViewType.Instance));
        if (options.LabelColumnName is { } label && _files.Classes.Count > 0)
            _label = Add(LabelNames.Column(label, _files.Classes.Count, _files.Classes));
        _feature = Add(new(options.FeatureColumnName,
            new VectorDataViewType(NumberDataViewType.Single, _images.Shape.Dimensions)));
        var builder = new DataViewSchema.Builder();
        builder.AddColumns(columns);
        Schema = builder.ToSchema();
    }

    private FolderListing Listing(string folder, ImageFolderOptions options)
    {
        var listing = ImageFolder.List(folder, options.Search);
        foreach (var note in listing.Notes)
            Warn(note);
        if (!options.SkipsBad)
        {
            listing.Require(FolderImages.Remedy);
            return listing;
        }

        listing = listing.Checked(path => ImageFile.Read(path));
        if (listing.Problems.Count > 0)
            Warn($"{listing.Summary()} {(listing.Problems.Count == 1 ? "It is" : "They are")} left out.");
        listing.RequireImages();
        return listing with { Problems = [] };
    }

    private void Warn(string message)
    {
        using var channel = _log.Start("LoadImages");
        channel.Warning(MessageSensitivity.UserData, "{0}", message);
    }

    private static void RequireOwnNames(ImageFolderOptions options)
    {
        (string Option, string? Column)[] names =
        [
            (nameof(ImageFolderOptions.PathColumnName), options.PathColumnName),
            (nameof(ImageFolderOptions.LabelColumnName), options.LabelColumnName),
            (nameof(ImageFolderOptions.FeatureColumnName), options.FeatureColumnName),
        ];
        if (names.GroupBy(name => name.Column).FirstOrDefault(group => group.Count() > 1) is { } equal)
            throw new ArgumentException(
                $"{string.Join(" and ", equal.Select(name => name.Option))} are both '{equal.Key}'. Give each column a name "
                    + "of its own.", nameof(options));
    }

    public DataViewSchema Schema { get; }

    public bool CanShuffle => true;

    public long? GetRowCount() => _files.Paths.Count;

    public DataViewRowCursor GetRowCursor(IEnumerable<DataViewSchema.Column> columnsNeeded, Random? rand = null)
    {
        int[] order = [.. Enumerable.Range(0, _files.Paths.Count)];
        rand?.Shuffle(order);
        return new Cursor(this, [.. columnsNeeded.Select(column => column.Index)], order);
    }

    public DataViewRowCursor[] GetRowCursorSet(
        IEnumerable<DataViewSchema.Column> columnsNeeded, int n, Random? rand = null) =>
        [GetRowCursor(columnsNeeded, rand)];

    private sealed class Cursor(ImageFolderView view, HashSet<int> active, int[] order) : DataViewRowCursor
    {
        private readonly float[] _sample = new float[view._images.Shape.Size];
        private readonly ImageTally _tally = new();
        private int _next;
        private int _decoded = -1;

        public override DataViewSchema Schema => view.Schema;

        public override long Position => _next > order.Length ? -1 : _next - 1;

        public override long Batch => 0;

        public override bool MoveNext()
        {
            if (_next <= order.Length)
                _next++;
            return _next <= order.Length;
        }

        public override bool IsColumnActive(DataViewSchema.Column column) => active.Contains(column.Index);

        public override ValueGetter<DataViewRowId> GetIdGetter() =>
            (ref DataViewRowId id) => id = new((ulong)File(), 0);

        public override ValueGetter<TValue> GetGetter<TValue>(DataViewSchema.Column column)
        {
            if (!IsColumnActive(column))
                throw AddedColumns.NotActive(column);
            Delegate getter = column.Index == view._feature ? (ValueGetter<VBuffer<float>>)GetSample
                : column.Index == view._path ? (ValueGetter<ReadOnlyMemory<char>>)GetPath
                : (ValueGetter<uint>)GetLabel;
            return getter as ValueGetter<TValue> ?? throw AddedColumns.WrongType<TValue>(column);
        }

        private void GetPath(ref ReadOnlyMemory<char> path) => path = view._files.Paths[File()].AsMemory();

        private void GetLabel(ref uint key) => key = (uint)view._files.Labels[File()] + 1;

        private void GetSample(ref VBuffer<float> value)
        {
            var file = File();
            if (file != _decoded)
            {
                view._images.Read(view._files.Paths[file], _sample, _tally);
                _decoded = file;
            }

            var editor = VBufferEditor.Create(ref value, _sample.Length);
            _sample.CopyTo(editor.Values);
            value = editor.Commit();
        }

        protected override void Dispose(bool disposing)
        {
            if (disposing)
                view._traits.Say(_tally); // Of a part, if reading stops early.
            base.Dispose(disposing);
        }

        private int File() => Position >= 0 ? order[Position] : throw new InvalidOperationException(
            "Cannot call a getter on a cursor that is not at a row. Call MoveNext first.");
    }
}
