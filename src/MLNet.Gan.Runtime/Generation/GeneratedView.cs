using Microsoft.ML;
using Microsoft.ML.Data;

namespace MLNet.Gan;

/// <summary>
/// A view of generated samples and, with classes, their labels; row i is the same sample in every cursor.
/// </summary>
internal sealed class GeneratedView : IDataView
{
    private const int Block = 64;
    private readonly GeneratorModel _model;
    private readonly ILatents _latents;
    private readonly long[]? _labels;

    /// <summary>Initializes a view of the samples of some latents.</summary>
    /// <param name="model">The generator.</param>
    /// <param name="latents">The latents.</param>
    /// <param name="labels">The classes, one for each latent; null without classes.</param>
    public GeneratedView(GeneratorModel model, ILatents latents, long[]? labels)
    {
        (_model, _latents, _labels) = (model, latents, labels);
        var metadata = model.Metadata;
        var builder = new DataViewSchema.Builder();
        if (metadata.LabelColumnName is { } label)
            builder.AddColumns([GeneratedLabel.Column(label, metadata)]);
        builder.AddColumns([GeneratedSample.Column(metadata)]);
        Schema = builder.ToSchema();
    }

    public DataViewSchema Schema { get; }

    public bool CanShuffle => false;

    public long? GetRowCount() => _latents.Count;

    public DataViewRowCursor GetRowCursor(IEnumerable<DataViewSchema.Column> columnsNeeded, Random? rand = null) =>
        new CountedCursor(Schema, _latents.Count, columnsNeeded, new Samples(this).Getter);

    public DataViewRowCursor[] GetRowCursorSet(
        IEnumerable<DataViewSchema.Column> columnsNeeded, int n, Random? rand = null) => [GetRowCursor(columnsNeeded)];

    /// <summary>The samples of one cursor, which are generated in blocks.</summary>
    private sealed class Samples(GeneratedView view)
    {
        private readonly int _size = view._model.Metadata.Shape.Size;
        private readonly int _latentSize = view._model.Metadata.LatentSize;
        private readonly float[] _latents =
            new float[Math.Min(Block, view._latents.Count) * view._model.Metadata.LatentSize];
        private readonly float[] _samples =
            new float[Math.Min(Block, view._latents.Count) * view._model.Metadata.Shape.Size];
        private long _blockStart = -1;

        /// <summary>Returns the getter of a column.</summary>
        public Delegate Getter(DataViewSchema.Column column, Func<long> position) => column.Index == view.Schema.Count - 1
            ? (ValueGetter<VBuffer<float>>)((ref VBuffer<float> value) => GetSample(position(), ref value))
            : GeneratedLabel.Getter(view._model.Metadata, () => view._labels![position()]);

        private void GetSample(long position, ref VBuffer<float> value)
        {
            var start = position / Block * Block;
            if (start != _blockStart)
                Generate(start);
            var editor = VBufferEditor.Create(ref value, _size);
            _samples.AsSpan((int)(position - start) * _size, _size).CopyTo(editor.Values);
            value = editor.Commit();
        }

        private void Generate(long start)
        {
            var count = (int)Math.Min(Block, view._latents.Count - start);
            for (var row = 0; row < count; row++)
                view._latents.Fill(start + row, _latents.AsSpan(row * _latentSize, _latentSize));

            view._model.Generate(count, _latents.AsMemory(0, count * _latentSize),
                view._labels is null ? default : view._labels.AsMemory((int)start, count),
                _samples.AsMemory(0, count * _size));
            _blockStart = start;
        }
    }
}
