// Trains a conditional GAN on Fashion-MNIST inside an ML.NET pipeline and writes its results to artifacts/demo/.
// usage: 01-FashionMnist [--quick]
using FashionMnist;
using Microsoft.ML;
using Microsoft.ML.Data;
using MLNet.Gan;
using MLNet.Gan.Reports;

var plan = args.Contains("--quick") ? DemoPlan.Quick : DemoPlan.Full;
var clock = new Stages();
var context = new MLContext(seed: 1);
var folder = Directory.CreateDirectory("artifacts/demo").FullName;
string InFolder(string name) => Path.Combine(folder, name);

// 1. Data: real images as any other IDataView.
const string Source = "/usr/share/datasets/fashion-mnist/";
var train = context.Gan.LoadIdx(Source + "train-images-idx3-ubyte.gz", Source + "train-labels-idx1-ubyte.gz");
var test = context.Gan.LoadIdx(Source + "t10k-images-idx3-ubyte.gz", Source + "t10k-labels-idx1-ubyte.gz");
clock.Done("read the data");

// 2. A small classifier, whose features and labels score the samples, trained on the real training set by the same engine.
using var classifier = LiveBar.Show("classifier", bar => context.Gan.TrainFeatureNetwork(train, new()
{
    Name = "fashion-mnist-classifier", Shape = SampleShape.Image(1, 28, 28),
    Epochs = plan.ClassifierEpochs, Seed = 1, Progress = bar,
}));
classifier.Save(InFolder("classifier.onnx"));
clock.Done("train the classifier");

// 3. The GAN, in a pipeline. It trains for a number of steps, or until its time limit.
using var limit = new CancellationTokenSource(plan.TrainingLimit);
var options = new GanOptions
{
    Shape = SampleShape.Image(1, 28, 28), FeatureColumnName = "Image", LabelColumnName = "Label",
    Architecture = new Dcgan { Width = 32 },
    Loss = new NonSaturatingLoss(),
    Regularizers = [new R1Penalty { Gamma = 1, Interval = 4 }],
    Optimizer = new Adam { LearningRate = Schedule.Cosine(from: 1.5e-3, to: 1e-4, plan.Steps) },
    BatchSize = 32, Steps = plan.Steps, Seed = 1, ReportInterval = plan.Steps / 100,
};
var run = new RunOptions
{
    TunesAllocator = true, CancellationToken = limit.Token, Snapshots = new() { Interval = plan.Steps / 10, Count = 10 },
};
var pipeline = LiveBar.Show("GAN", bar => context.Transforms.CopyColumns("Image", "Features")
    .Append(context.Gan.Trainers.Gan(options, run with { Progress = bar })).Fit(train));
using var model = pipeline.LastTransformer;
clock.Done("train the GAN");

// 4. Use it: labeled samples, a verified ONNX file, a pipeline that is saved and loaded again.
var samples = model.Generate(plan.Samples, seed: 7);
var export = model.ExportToOnnx(InFolder("generator.onnx"));
context.Model.Save(pipeline, train.Schema, InFolder("pipeline.zip"));
var elsewhere = new MLContext(seed: 1);
var loaded = elsewhere.Model.Load(InFolder("pipeline.zip"), out _);
var some = context.Data.TakeRows(test, 100);
var drift = Demo.LargestDifference(pipeline.Transform(some), loaded.Transform(some));
clock.Done("generate, export, save and load");

// 5. Score it: the samples, the floor (two halves of the real test set) and the ceiling (noise).
var scores = Demo.Score(context, classifier, test, samples, plan.Samples);
clock.Done("score");

// 6. Write the images, the scores and the report.
var ofEach = model.Generate(Enumerable.Range(0, 100).Select(i => i / 10), seed: 3).GetColumn<float[]>("Generated");
var grid = Picture.Grid([.. ofEach], 1, 28, 28, columns: 10, scale: 2);
var film = Picture.Grid(
    [.. model.Run!.Snapshots.SelectMany(snapshot => snapshot.Samples)], 1, 28, 28, columns: 10, scale: 2);
grid.Save(InFolder("samples.png"));
film.Save(InFolder("progress.png"));
Demo.Write(InFolder, model, export, drift, scores, clock, grid, film);
Demo.Tell(scores, export, drift, folder);
return scores.IsGood || plan == DemoPlan.Quick ? 0 : 1;
