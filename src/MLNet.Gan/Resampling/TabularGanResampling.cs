using Microsoft.ML;

namespace MLNet.Gan;

/// <summary>Rows that a GAN of tables generates, which is trained on the training rows of all classes.</summary>
/// <remarks>
/// <para>
/// The GAN learns the inputs and the label, and no other column; each wanted class gets its number of rows by
/// conditioning on the label. Inputs are of the types that <see cref="GanTrainerCatalog.TabularGan"/> takes, and may have missing values.
/// Columns that are no inputs, or that the encoding leaves out, have missing values in the new rows.
/// </para>
/// <para>
/// Each class has a state of its own, however many there are, unless the options of the label's column say otherwise. A training takes
/// seconds to minutes, as a candidate of <see cref="AutoResampling"/> once a fold and repeat.
/// </para>
/// </remarks>
public sealed record TabularGanResampling : IResampling
{
    /// <summary>How to train; the seed is the task's instead. Default <see cref="TabularGanOptions"/> with all defaults.</summary>
    public TabularGanOptions Options { get; init => field = Check.NotNull(value); } = new();

    /// <summary>How to run the training; default <see cref="RunOptions"/> with all defaults.</summary>
    public RunOptions Run { get; init => field = Check.NotNull(value); } = new();

    /// <inheritdoc/>
    /// <exception cref="ArgumentOutOfRangeException">A column is missing, or is no label.</exception>
    /// <exception cref="DllNotFoundException">
    /// TorchSharp's native library cannot be loaded; the message names the cause and the remedy.
    /// </exception>
    /// <exception cref="InvalidOperationException">
    /// There is no input, an input or a value cannot be encoded, options are incompatible, or the training failed.
    /// </exception>
    /// <exception cref="OperationCanceledException">The task or the run was canceled.</exception>
    public ResampledRows Resample(ResamplingTask task)
    {
        ArgumentNullException.ThrowIfNull(task);
        var wanted = Wanted.Of(task);
        if (wanted.Count == 0)
            return new() { Method = this };

        var label = ClassColumn.Find(task.Rows.Schema, task.LabelColumnName);
        string[] columns = [.. Inputs(task), label.Name];
        var options = Options with { Encoding = Encoding(task, columns), Seed = task.Seed };
        using var model = ResamplingRun.Train(nameof(TabularGanResampling), task, Run, run =>
        {
            var rows = task.Context.Transforms.SelectColumns(columns).Fit(task.Rows).Transform(task.Rows);
            return task.Context.Gan.Trainers.TabularGan(options, run).Fit(rows);
        });
        return new()
        {
            Method = this,
            Added = model.GenerateKept(wanted.Select((one, place) => (
                one.Count, SeedOf(task, place), (IReadOnlyDictionary<string, object?>)new Dictionary<string, object?> { [label.Name] = ClassValue.Of(label, one.Class) }))),
        };
    }

    private static string[] Inputs(ResamplingTask task)
    {
        string[] names = [.. task.InputColumnNames.Distinct().Where(name => name != task.LabelColumnName)];
        foreach (var name in names)
            ColumnCheck.Find(task.Rows.Schema, "input", name);
        return names.Length > 0 ? names : throw new InvalidOperationException(
            $"{nameof(TabularGanResampling)} has no input column, so new rows would have nothing but a class. Name the columns that the classifier "
                + $"learns from in {nameof(AugmentOptions)}.{nameof(AugmentOptions.InputColumnNames)}.");
    }

    /// <summary>The user's encoding for the columns that are learned, in which every class has a state of its own.</summary>
    private TableEncodingOptions Encoding(ResamplingTask task, string[] columns)
    {
        var encoding = Options.Encoding;
        foreach (var name in encoding.WithoutColumns)
            ColumnCheck.Named(task.Rows.Schema, name, nameof(TableEncodingOptions.WithoutColumns));
        foreach (var column in encoding.Columns)
            ColumnCheck.Named(task.Rows.Schema, column.Name, nameof(TableEncodingOptions.Columns));
        if (encoding.WithoutColumns.Contains(task.LabelColumnName))
            throw new InvalidOperationException(
                $"{nameof(TableEncodingOptions.WithoutColumns)} has the label column '{task.LabelColumnName}', without which rows of a class cannot be "
                    + "generated. Take it out of there.");
        var classes = encoding.Columns.FirstOrDefault(column => column.Name == task.LabelColumnName) ?? new() { Name = task.LabelColumnName };
        return encoding with
        {
            WithoutColumns = [.. encoding.WithoutColumns.Intersect(columns)],
            Columns =
            [
                .. encoding.Columns.Where(column => column.Name != task.LabelColumnName && columns.Contains(column.Name)),
                classes with { MaximumCategories = classes.MaximumCategories ?? task.Counts.Count },
            ],
        };
    }

    // Rows of two classes would otherwise have the same latents.
    private static int SeedOf(ResamplingTask task, int place) => unchecked(task.Seed * 31 + place * 7919);
}
