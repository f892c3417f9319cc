// Shows whether more rows of a rare class help a classifier of satellite images' pixels, in 20 s;
// "-- gan" compares a GAN, too, in a minute, and "-- 2" divides the rows by another seed.
using System.Globalization;
using Microsoft.ML;
using Microsoft.ML.Data;
using MLNet.Gan;
using MLNet.Gan.Reports;

var seed = args is [.., var last] && int.TryParse(last, CultureInfo.InvariantCulture, out var given) ? given : 1;
var ml = new MLContext(seed);

// 1. Data: four bands of a pixel, and whether its ground is damp grey soil, as that of one pixel in ten. Test rows are laid aside.
var rows = ml.Data.LoadFromTextFile(Path.Combine(AppContext.BaseDirectory, "soil.csv"), new TextLoader.Options
{
    HasHeader = true, Separators = [','], Columns = [new("Bands", DataKind.Single, 0, 3), new("Label", DataKind.Boolean, 4)],
});
var parts = ml.Data.TrainTestSplit(rows, testFraction: 0.3, seed: seed);
var trainer = ml.BinaryClassification.Trainers.FastForest(featureColumnName: "Bands");

// 2. Compare methods by the F1 score of the rare class inside the training rows, and train on what is better beyond chance.
var method = new AutoResampling { Score = new MinorityF1(), Candidates = [new RandomOversampling(), new Smote()] };
if (args.Contains("gan"))
    method = method.WithTabularGan(new() { Steps = 1_000 });
var model = ml.Gan.Augment(trainer, new() { Method = method, Seed = seed }).Fit(parts.TrainSet, out var result);
Console.WriteLine(result);

// 3. Evaluate on the test rows, beside the same trainer on the training rows as they are.
string[] columns = ["trained on", "F1", "recall", "precision", "PR-AUC"];
var scores = new TableSection
{
    Title = "Test rows", Columns = columns,
    Rows = [Scores("the rows as they are", trainer.Fit(parts.TrainSet)), Scores("what the comparison chose", model)],
};
foreach (var row in scores.Rows)
    Console.WriteLine(string.Join(", ", row.Zip(columns, (value, column) => $"{column} {value}")));

// 4. The same as a page.
var file = Path.Combine(Directory.CreateDirectory("artifacts/rare-class").FullName, "report.html");
var report = result.Report("Damp grey soil");
File.WriteAllText(file, (report with { Sections = [scores, .. report.Sections] }).ToHtml());
Console.WriteLine($"Report: {file}");

// Seen: SMOTE is used; of the rare pixels of the test rows 80 % are found instead of 36 %, but of those called rare 43 % are instead of 63 %:
// F1 0.56 instead of 0.45, PR-AUC 0.54 instead of 0.55. So the decision has moved, and the ranking of the rows is no better.
// With the GAN as a third candidate nothing is better beyond chance (F1 0.43 as they are, SMOTE 0.52, GAN 0.50), and the rows stay as they are.
// The forest is random: two trainings on the same rows differ by about 0.02.

IReadOnlyList<ReportValue> Scores(string name, ITransformer classifier)
{
    var found = ml.BinaryClassification.EvaluateNonCalibrated(classifier.Transform(parts.TestSet));
    return [name, found.F1Score, found.PositiveRecall, found.PositivePrecision, found.AreaUnderPrecisionRecallCurve];
}
