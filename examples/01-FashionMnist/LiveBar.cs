using System.Globalization;
using MLNet.Gan;
using Spectre.Console;

namespace FashionMnist;

/// <summary>A live line for a training: bar, step, pace, time left and losses.</summary>
internal sealed class LiveBar : IProgress<TrainingProgress>, IProgress<double>
{
    private readonly ProgressTask _task;
    private readonly string _name;

    private LiveBar(ProgressTask task, string name) => (_task, _name) = (task, name);

    public static T Show<T>(string name, Func<LiveBar, T> work) => AnsiConsole.Progress()
        .AutoClear(false)
        .Columns(
            new TaskDescriptionColumn { Alignment = Justify.Left }, new ProgressBarColumn(), new PercentageColumn())
        .Start(context => work(new LiveBar(context.AddTask($"training the {name}", maxValue: 1), name)));

    public void Report(TrainingProgress value)
    {
        _task.Value = (double)value.Step / value.Steps;
        _task.Description = string.Create(CultureInfo.InvariantCulture,
            $"{_name}: step {value.Step}/{value.Steps}, {value.StepsPerSecond:F1} steps/s, "
            + $"{value.Remaining:mm\\:ss} left, "
            + $"loss D {value.Report.DiscriminatorLoss:F3} G {value.Report.GeneratorLoss:F3}");
    }

    public void Report(double value) => _task.Value = value;
}
