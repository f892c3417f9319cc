using Microsoft.ML;
using Microsoft.ML.Data;

namespace MLNet.Gan;

/// <summary>The samples of a task, with classes as keys of the classes that have rows.</summary>
internal sealed class ClassSamples
{
    private readonly IDataView _rows;
    private readonly ResamplingTask _task;
    private readonly string[] _classes;

    private ClassSamples(ResamplingTask task, string input)
    {
        (_task, Input, Label) = (task, input, $"{input} {task.LabelColumnName}"); // The name of neither column.
        _classes = [.. task.Counts.Keys.Order(StringComparer.Ordinal)];
        _rows = task.Context.Transforms.SelectColumns(input, task.LabelColumnName).Fit(task.Rows).Transform(task.Rows);
        var label = ClassColumn.Find(_rows.Schema, task.LabelColumnName);
        var keys = _classes.Index().ToDictionary(item => item.Item, item => (uint)item.Index + 1);
        View = new ComputedColumnView<uint>(_rows, LabelNames.Column(Label, _classes.Length, _classes), [label], row =>
        {
            var read = ClassColumn.Bind(row, label);
            return () => keys[read()];
        });
    }

    /// <summary>The column of samples.</summary>
    public string Input { get; }

    /// <summary>The column of keys.</summary>
    public string Label { get; }

    /// <summary>The rows, with the task's label and the keys.</summary>
    public IDataView View { get; }

    /// <summary>Finds the samples of a task.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The input is missing or holds no vectors.</exception>
    /// <exception cref="InvalidOperationException">There is not one input.</exception>
    public static ClassSamples Of(ResamplingTask task)
    {
        string[] inputs = [.. task.InputColumnNames.Distinct().Where(name => name != task.LabelColumnName)];
        if (inputs is not [var name])
            throw new InvalidOperationException(
                $"{nameof(GanResampling)} generates one column, but the inputs are {(inputs.Length == 0 ? "none" : Wanted.Names(inputs))}. Set "
                    + $"{nameof(AugmentOptions)}.{nameof(AugmentOptions.InputColumnNames)} to the column of images or vectors, or use "
                    + $"{nameof(TabularGanResampling)} for rows of several columns.");
        var type = ColumnCheck.Find(task.Rows.Schema, "input", name).Type;
        return type is VectorDataViewType { IsKnownSize: true } vector && vector.ItemType == NumberDataViewType.Single ? new(task, name)
            : throw ColumnCheck.Mismatch("input", name, "Vector<Single> of known size", $"{type}", Advice(name, type));
    }

    /// <summary>The number of a class, from 0.</summary>
    public int ClassOf(string name) => Array.IndexOf(_classes, name);

    /// <summary>New rows with the types of the training rows: a sample and its class each.</summary>
    /// <param name="classes">The class of each row.</param>
    /// <param name="values">The sample of each row.</param>
    public IDataView Rows(IReadOnlyList<string> classes, float[][] values)
    {
        // The label is that of a row of the class, whatever its type.
        var first = ClassLabels.Read(_rows, _task.LabelColumnName, _task.CancellationToken).RowsByClass();
        return new CopiedRowsView(new(_rows, [.. classes.Select(name => first[name][0])]), new Dictionary<int, Func<Func<int>, Delegate>>
        {
            [_rows.Schema[Input].Index] = current => (ValueGetter<VBuffer<float>>)((ref VBuffer<float> value) =>
            {
                var sample = values[current()];
                var editor = VBufferEditor.Create(ref value, sample.Length);
                sample.CopyTo(editor.Values);
                value = editor.Commit();
            }),
        });
    }

    private static string Advice(string name, DataViewType type) => type.RawType == typeof(MLImage)
        ? $"Extract the pixels before ml.Gan.Augment: ml.Transforms.ExtractPixels(\"Pixels\", \"{name}\", interleavePixelColors: false, "
            + "offsetImage: 127.5f, scaleImage: 1 / 127.5f)."
        : type is VectorDataViewType { IsKnownSize: false } ? $"Make the vectors of '{name}' equally long."
        : $"{ColumnAdvice.ForVector(name, type)} {nameof(TabularGanResampling)} takes columns of other types.".TrimStart();
}
