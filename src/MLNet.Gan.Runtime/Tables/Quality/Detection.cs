using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.Trainers;

namespace MLNet.Gan.Metrics;

/// <summary>Trains a classifier to tell synthetic rows from real ones, and measures how well it does on rows that it has not seen.</summary>
internal sealed class Detection
{
    private const int FewestRows = 10, MostTelling = 10, MostSuspects = 50;
    private const int MostValues = 2_000_000, FewestOfWide = 500; // Bounds of memory, for tables with very many columns.
    private const int MostShuffledValues = 400_000, FewestShuffled = 200, MostShuffled = 2_000;

    private readonly MLContext _context;
    private readonly TableQualityOptions _options;
    private readonly IReadOnlyList<TableColumn> _columns;
    private readonly DetectionFeatures _features;
    private readonly DetectionRow[] _rows;
    private readonly SchemaDefinition _schema = SchemaDefinition.Create(typeof(DetectionRow));

    private Detection(MLContext context, IReadOnlyList<TableColumn> real, IReadOnlyList<TableColumn> synthetic, TableQualityOptions options)
    {
        (_context, _options, _columns, _features) = (context, options, real, new(real));
        _rows =
        [
            .. _features.Of(real).Select(features => new DetectionRow { Features = features }),
            .. _features.Of(synthetic).Select(features => new DetectionRow { Label = true, Features = features }),
        ];
        _schema[nameof(DetectionRow.Features)].ColumnType = new VectorDataViewType(NumberDataViewType.Single, _features.Size);
    }

    /// <summary>Measures detection with equal numbers of both kinds; null where there are fewer than ten.</summary>
    /// <param name="context">The context of the classifier.</param>
    /// <param name="real">The columns of real rows.</param>
    /// <param name="synthetic">The columns of synthetic rows.</param>
    /// <param name="suspects">The columns, those of the worst shape first: of many, the first ones are tried as what tells rows apart.</param>
    /// <param name="options">The classifier and the folds.</param>
    /// <exception cref="InvalidOperationException">The classifier gives no scores.</exception>
    public static TableDetection? Measure(
        MLContext context, IReadOnlyList<TableColumn> real, IReadOnlyList<TableColumn> synthetic, IReadOnlyList<int> suspects, TableQualityOptions options)
    {
        var (random, most) = (new Random(options.Seed), Math.Max(MostValues / real.Count, FewestOfWide));
        var count = Math.Min(Math.Min(real[0].Count, synthetic[0].Count), most);
        return count < FewestRows ? null : new Detection(context, Drawn(real), Drawn(synthetic), options).Run(count, suspects);

        TableColumn[] Drawn(IReadOnlyList<TableColumn> columns)
        {
            var rows = RowSample.Draw(columns[0].Count, count, random);
            return [.. columns.Select(column => column.Rows(rows))];
        }
    }

    private TableDetection Run(int count, IReadOnlyList<int> suspects)
    {
        var folds = Math.Min(_options.Folds, count);
        var assigned = StratifiedFolds.Assign([.. _rows.Select(row => row.Label ? "synthetic" : "real")], groups: null, folds, _options.Seed);
        var areas = new double[folds];
        Func<DetectionRow[], double> areaOfLast = _ => 0;
        DetectionRow[] last = [];
        for (var fold = 0; fold < folds; fold++)
        {
            var model = (_options.Classifier ?? Default()).Fit(View([.. _rows.Where((_, row) => assigned[row] != fold)]));
            last = [.. _rows.Where((_, row) => assigned[row] == fold)];
            areaOfLast = rows => RocCurve.Area(Scores(model, rows), [.. rows.Select(row => row.Label)]);
            areas[fold] = areaOfLast(last);
        }

        var interval = PairedInterval.Of(areas, 1.0 / (folds - 1), _options.Confidence);
        interval = interval with { Low = Math.Max(interval.Low, 0), High = Math.Min(interval.High, 1) };
        return new()
        {
            AreaUnderRocCurve = areas.Average(),
            Interval = interval,
            Rows = count,
            Folds = folds,
            TellingColumns = interval.Low > 0.5 ? Telling(areaOfLast, last, suspects) : [],
        };
    }

    private LbfgsLogisticRegressionBinaryTrainer Default() => _context.BinaryClassification.Trainers.LbfgsLogisticRegression(new LbfgsLogisticRegressionBinaryTrainer.Options
    {
        NumberOfThreads = 1, // Several add in another order at each run.
        L1Regularization = 0,
    });

    /// <summary>The columns without whose values the classifier is worse.</summary>
    private IReadOnlyList<TellingColumn> Telling(Func<DetectionRow[], double> area, DetectionRow[] rows, IReadOnlyList<int> suspects)
    {
        var random = new Random(_options.Seed);
        var most = Math.Clamp(MostShuffledValues / _columns.Count, FewestShuffled, MostShuffled);
        rows = [.. RowSample.Draw(rows.Length, most, random).Select(row => rows[row])];
        if (!rows.Any(row => row.Label) || rows.All(row => row.Label))
            return [];
        var whole = area(rows);
        return
        [
            .. suspects.Take(MostSuspects)
                .Select(column => new TellingColumn(_columns[column].Name, whole - area(Shuffled(rows, column, random))))
                .Where(column => column.Drop > 0).OrderByDescending(column => column.Drop).ThenBy(column => column.Name, StringComparer.Ordinal).Take(MostTelling),
        ];
    }

    /// <summary>The rows with the values of a column shuffled among them.</summary>
    private DetectionRow[] Shuffled(DetectionRow[] rows, int column, Random random)
    {
        var (start, end) = _features.Places(column);
        var order = Enumerable.Range(0, rows.Length).ToArray();
        random.Shuffle(order);
        return
        [
            .. rows.Select((row, i) =>
            {
                (int Key, float Value)[] items =
                [
                    .. row.Features.Items().Where(item => item.Key < start || item.Key >= end)
                        .Concat(rows[order[i]].Features.Items().Where(item => item.Key >= start && item.Key < end))
                        .OrderBy(item => item.Key).Select(item => (item.Key, item.Value)),
                ];
                return new DetectionRow
                {
                    Label = row.Label, Features = new(_features.Size, items.Length, [.. items.Select(item => item.Value)], [.. items.Select(item => item.Key)]),
                };
            }),
        ];
    }

    private double[] Scores(ITransformer model, DetectionRow[] rows)
    {
        var scored = model.Transform(View(rows));
        if (scored.Schema.GetColumnOrNull("Score") is not { Type: NumberDataViewType type } || type != NumberDataViewType.Single)
            throw new InvalidOperationException(
                $"The classifier gives no column 'Score' of type Single, but {string.Join(", ", scored.Schema.Select(column => $"'{column.Name}'"))}. Set "
                    + $"{nameof(TableQualityOptions)}.{nameof(TableQualityOptions.Classifier)} to a trainer of two classes, such as FastTree.");
        double[] scores = [.. scored.GetColumn<float>("Score").Select(score => (double)score)];
        return scores.All(double.IsFinite) ? scores : throw new InvalidOperationException(
            "The classifier gives scores that are not finite. Set another one, or leave columns with extreme values out.");
    }

    private IDataView View(DetectionRow[] rows) => _context.Data.LoadFromEnumerable(rows, _schema);
}
