using Microsoft.ML;
using Microsoft.ML.Data;

namespace MLNet.Gan;

/// <summary>A view that passes the samples that are read from it to an observer, in batches.</summary>
/// <param name="input">The view.</param>
/// <param name="column">Its column of samples.</param>
/// <param name="sampleSize">The length of a sample.</param>
/// <param name="show">Takes a count of samples, and the samples one after another; called from any thread.</param>
internal sealed class ObservedView(
    IDataView input, DataViewSchema.Column column, int sampleSize, Action<int, ReadOnlyMemory<float>> show) : IDataView
{
    public DataViewSchema Schema => input.Schema;

    public bool CanShuffle => input.CanShuffle;

    public long? GetRowCount() => input.GetRowCount();

    public DataViewRowCursor GetRowCursor(IEnumerable<DataViewSchema.Column> columnsNeeded, Random? rand = null) =>
        new Cursor(this, input.GetRowCursor(With(columnsNeeded), rand));

    public DataViewRowCursor[] GetRowCursorSet(
        IEnumerable<DataViewSchema.Column> columnsNeeded, int n, Random? rand = null) =>
        [.. input.GetRowCursorSet(With(columnsNeeded), n, rand).Select(cursor => new Cursor(this, cursor))];

    private IEnumerable<DataViewSchema.Column> With(IEnumerable<DataViewSchema.Column> columns) =>
        columns.Append(column).DistinctBy(wanted => wanted.Index);

    private sealed class Cursor : DataViewRowCursor
    {
        private readonly ObservedView _view;
        private readonly DataViewRowCursor _source;
        private readonly SampleColumn.Reader _read;
        private readonly float[] _samples;
        private int _count;

        public Cursor(ObservedView view, DataViewRowCursor source)
        {
            (_view, _source) = (view, source);
            _read = SampleColumn.Bind(source, view.Column, SampleShape.Vector(view.SampleSize), isBounded: false);
            _samples = new float[VectorBatch.RowsOf(view.SampleSize) * view.SampleSize];
        }

        public override DataViewSchema Schema => _source.Schema;

        public override long Position => _source.Position;

        public override long Batch => _source.Batch;

        public override bool MoveNext()
        {
            if (!_source.MoveNext())
            {
                Show();
                return false;
            }

            _read(_samples.AsSpan(_count++ * _view.SampleSize, _view.SampleSize));
            if (_count * _view.SampleSize == _samples.Length)
                Show();
            return true;
        }

        public override bool IsColumnActive(DataViewSchema.Column column) => _source.IsColumnActive(column);

        public override ValueGetter<TValue> GetGetter<TValue>(DataViewSchema.Column column) =>
            _source.GetGetter<TValue>(column);

        public override ValueGetter<DataViewRowId> GetIdGetter() => _source.GetIdGetter();

        protected override void Dispose(bool disposing)
        {
            if (disposing)
            {
                Show(); // Also if reading stops early.
                _source.Dispose();
            }

            base.Dispose(disposing);
        }

        private void Show()
        {
            if (_count > 0)
                _view.Show(_count, _samples.AsMemory(0, _count * _view.SampleSize));
            _count = 0;
        }
    }

    private DataViewSchema.Column Column => column;

    private int SampleSize => sampleSize;

    private void Show(int count, ReadOnlyMemory<float> samples) => show(count, samples);
}
