using Spectre.Console;

namespace MLNet.Gan.Tool.Progress;

/// <summary>A progress bar on the terminal of the error stream.</summary>
internal sealed class TerminalProgress : IProgressDisplay
{
    private readonly IAnsiConsole _console =
        AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Error) });

    public void Show(string title, long? total, Action<Action<long>> work) => _console.Progress()
        .AutoClear(true)
        .Columns(
            new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new RemainingTimeColumn())
        .Start(context =>
        {
            var task = context.AddTask(Markup.Escape(title), maxValue: Math.Max(1, total ?? 1));
            task.IsIndeterminate = total is null;
            work(done => task.Value = done);
        });
}
