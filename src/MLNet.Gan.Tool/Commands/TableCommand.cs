using System.CommandLine;
using MLNet.Gan.Metrics;
using MLNet.Gan.Tool.Progress;
using MLNet.Gan.Tool.Tables;

namespace MLNet.Gan.Tool.Commands;

/// <summary>Compares a generated table with a real one.</summary>
internal static class TableCommand
{
    private const string Tab = "tab";

    public static Command Of(ToolOutput output)
    {
        var real = new Argument<string>("REAL") { Description = "The real table: a text file with a row a line, such as CSV." };
        var generated = new Argument<string>("GENERATED") { Description = "The generated table, with columns of the same names." };
        var separator = new Option<string>("--separator")
        {
            Description = "What stands between two values: one character, or 'tab'.", DefaultValueFactory = _ => ",", HelpName = "C",
        };
        separator.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<string>() is { Length: not 1 } text && text != Tab)
                result.AddError($"--separator must be one character or 'tab', but is '{text}'.");
        });
        var noHeader = new Option<bool>("--no-header") { Description = "The first line is a row, too." };
        var without = new Option<string>("--without")
        {
            Description = "Columns to leave out, such as identifiers, with commas between.", DefaultValueFactory = _ => "", HelpName = "NAMES",
        };
        var categories = new Option<string>("--categories")
        {
            Description = "Columns of categories, even if their values are numbers, such as codes, with commas between.",
            DefaultValueFactory = _ => "",
            HelpName = "NAMES",
        };
        var count = Numbers.AtLeast(10, "--count", "Compute distances of so many rows of each table; 10000 by default.");
        var seed = new Option<int>("--seed") { Description = "The seed of the rows that are drawn.", HelpName = "N" };
        var json = new Option<bool>("--json") { Description = "Print the scores as a JSON array." };
        var command = new Command("table", """
            Compare a generated table with a real one, for instance
              gan-fid table customers.csv generated.csv --without Id
            Columns of numbers have the statistic of Kolmogorov and Smirnov, others the total variation distance, from 0
            (equal) to 1. Rows have distances, precision and recall, and a test for copies.
            """) { real, generated, separator, noHeader, without, categories, count, seed, json };
        command.SetAction(parsed =>
        {
            var character = parsed.GetRequiredValue(separator) is var text && text == Tab ? '\t' : text[0];
            string[] Names(Option<string> option) =>
                parsed.GetRequiredValue(option).Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
            var format = new TableFormat(character, !parsed.GetValue(noHeader)) { Categories = [.. Names(categories), .. Names(without)] };
            var (left, right) = (TableFile.Read(parsed.GetRequiredValue(real), format), TableFile.Read(parsed.GetRequiredValue(generated), format));
            if (Names(categories).Except(left.Concat(right).Select(column => column.Name)).FirstOrDefault() is { } unknown)
                throw new FormatException(
                    $"Column '{unknown}' of --categories is in neither table. There are {Listed.Names([.. left.Select(column => column.Name)])}.");
            var scores = TableEvaluation.Evaluate(left, right, new()
            {
                WithoutColumns = Names(without),
                Rows = parsed.GetValue(count) ?? new TableEvaluationOptions().Rows,
                Seed = parsed.GetValue(seed),
            });
            ScoreOutput.Print(output.Results, scores.All, parsed.GetValue(json));
        });
        return command;
    }
}
