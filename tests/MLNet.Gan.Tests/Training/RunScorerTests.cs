using MLNet.Gan.Metrics;
using MLNet.Gan.Tests.Support;

namespace MLNet.Gan.Tests.Training;

[TestClass, DoNotParallelize]
public sealed class RunScorerTests
{
    private static readonly GanOptions Options = Some.Options with { Steps = 6, BatchSize = 4 };

    [TestMethod]
    public void Train_Scored_ReturnsTheBestScoredAverageOrTheLast()
    {
        set_num_threads(1);
        ScoringOptions Scoring(bool best) => Given(3, 1, 2) with { ReturnsBest = best };

        CollectionAssert.AreEqual(Weights(steps: 4), Weights(steps: 6, Scoring(best: true)));
        CollectionAssert.AreEqual(Weights(steps: 6), Weights(steps: 6, Scoring(best: false)));
    }

    [TestMethod]
    public void Train_Scored_RecordsScoresAndTheReturnedStep() => Run(Given(3, 1, 2), run =>
    {
        CollectionAssert.AreEqual(new StepScore[] { new(2, 3), new(4, 1), new(6, 2) }, run.Scores.ToArray());
        Assert.AreEqual((4L, 6L, false), (run.ReturnedStep, run.Steps, run.IsCanceled));
    });

    [TestMethod]
    public void Train_WhereHigherIsBetter_ReturnsTheHighest() =>
        Run(Given(1, 3, 2) with { HigherIsBetter = true }, run => Assert.AreEqual(4, run.ReturnedStep));

    [TestMethod]
    public void Train_OfEqualScores_ReturnsTheFirst() => Run(Given(1, 1, 1), run => Assert.AreEqual(2, run.ReturnedStep));

    [TestMethod]
    public void Train_WithAnIntervalThatDoesNotDivideTheSteps_ScoresTheLastStep() => Run(
        Given(2, 1) with { Interval = 4 },
        run => CollectionAssert.AreEqual(new long[] { 4, 6 }, run.Scores.Select(score => score.Step).ToArray()));

    [TestMethod]
    public void Train_WithPatience_EndsWhenItIsOver() => Run(
        Given(1, 2, 3) with { Interval = 1, Patience = 2, MinimumSteps = 0 },
        run => Assert.AreEqual((3L, 1L, false), (run.Steps, run.ReturnedStep, run.IsCanceled)));

    [TestMethod]
    public void Train_WithPatience_GoesOnToTheMinimum() => Run(
        Given(1, 2, 3, 4, 5) with { Interval = 1, Patience = 2, MinimumSteps = 5 },
        run => Assert.AreEqual((5L, 1L), (run.Steps, run.ReturnedStep)));

    [TestMethod]
    public void Train_CanceledWithItsPatienceOverAtTheLastScore_IsCanceled()
    {
        set_num_threads(1);
        using var source = new CancellationTokenSource();
        TrainingRun? run = null;

        Trained.Run(Options, gan => run = gan.Run, Samples(), new()
        {
            Scoring = Given(1, 2) with { Interval = 2, Patience = 1, MinimumSteps = 0 }, CancellationToken = source.Token,
        }, tell: progress =>
        {
            if (progress.Step == 3)
                source.Cancel();
        });

        Assert.AreEqual((3L, 2L, true), (run!.Steps, run.ReturnedStep, run.IsCanceled));
    }

    [TestMethod]
    public void Train_WithAScoreThatIsNoNumber_TakesALaterOne() =>
        Run(Given(double.NaN, 7, double.NaN), run => Assert.AreEqual(4, run.ReturnedStep));

    [TestMethod]
    public void Train_OfSamplesThatAreNotFinite_ScoresThemAsWorst()
    {
        set_num_threads(1);
        var exploding = Options with { Optimizer = new Sgd { LearningRate = 1e30 }, Steps = 4 };
        IReadOnlyList<StepScore> scores = [];

        Trained.Run(exploding, gan => scores = gan.Run.Scores, Samples(), new() { Scoring = new() { Interval = 2, Samples = 4 } }, monitors: []);

        CollectionAssert.AreEqual(
            new StepScore[] { new(2, double.PositiveInfinity), new(4, double.PositiveInfinity) }, scores.ToArray());
    }

    [TestMethod]
    public void Train_Scored_ComparesHeldOutRowsWithSamplesOfTheAverage()
    {
        set_num_threads(1);
        var metric = new GivenMetric([1, 1, 1]);
        using var samples = Samples();
        var held = samples[samples.HeldOut].Samples.data<float>().ToArray();
        var run = new RunOptions { Scoring = new() { Interval = 2, Samples = 7, Metric = metric, ReturnsBest = false } };

        Trained.Run(Options, samples: samples, run: run);

        CollectionAssert.AreEqual(held, metric.Real);
        Assert.HasCount(4, metric.Generated);
        Assert.IsTrue(metric.Generated.TrueForAll(generated => generated.Length == 14));
        CollectionAssert.AreNotEqual(metric.Generated[1], metric.Generated[3]);
    }

    [TestMethod]
    public void Train_Scored_ComparesTheAverageOnTheSameLatentsEachTime()
    {
        // An average that keeps its first weights generates the same each time, whatever the generator has become.
        set_num_threads(1);
        var metric = new GivenMetric([1, 1, 1]);

        Trained.Run(
            Options with { Average = new FirstWeights() }, samples: Samples(),
            run: new() { Scoring = new() { Interval = 2, Samples = 7, Metric = metric, ReturnsBest = false } });

        foreach (var generated in metric.Generated.Skip(1))
            CollectionAssert.AreEqual(metric.Generated[0], generated);
    }

    [TestMethod]
    public void Train_WhereNoRowIsHeldOut_ComparesWithRowsOfTheTraining()
    {
        set_num_threads(1);
        var metric = new GivenMetric([1, 1, 1]);
        using var samples = Some.Points(16);
        var rows = samples[[.. Enumerable.Range(0, 16).Select(row => (long)row)]].Samples.data<float>().ToArray().Chunk(2).ToArray();

        Trained.Run(Options, samples: samples, run: new() { Scoring = new() { Interval = 2, Samples = 7, Metric = metric } });

        var compared = metric.Real.Chunk(2).ToArray();
        Assert.HasCount(7, compared);
        var places = compared.Select(one => Array.FindIndex(rows, row => row.SequenceEqual(one))).ToArray();
        CollectionAssert.AreEqual(places.Order().Distinct().ToArray(), places);
        Assert.IsGreaterThanOrEqualTo(0, places[0]);
    }

    [TestMethod]
    public void Train_OfFewStepsWithoutAnInterval_IsNotScored()
    {
        set_num_threads(1);
        Trained.Run(Options, gan => Assert.IsEmpty(gan.Run.Scores), Samples(), new() { Scoring = new() });
    }

    [TestMethod]
    public void Train_Scored_GivesIntervalsToTheBestAndTheLastScore()
    {
        set_num_threads(1);
        Trained.Run(Options with { Steps = 6 }, gan =>
        {
            var (scores, best) = (gan.Run.Scores, gan.Run.BestStep);
            foreach (var score in scores)
            {
                Assert.AreEqual(score.Step == best || score == scores[^1], score.Interval is not null, $"step {score.Step}");
                if (score.Interval is { } interval)
                    Assert.AreEqual((score.Value, 0.95), ((interval.Low + interval.High) / 2, interval.Level));
            }
        }, Samples(), new() { Scoring = new() { Interval = 2, Samples = 16 } });
    }

    [TestMethod]
    [DataRow(0.5, 6, DisplayName = "0.4 from the best is within")]
    [DataRow(0.3, 4, DisplayName = "0.4 from the best is more")]
    public void Train_WithALastScoreNearTheBest_ReturnsTheLastWithinAStandardError(double error, int expected)
    {
        set_num_threads(1);
        ScoringOptions Scoring() => new() { Interval = 2, Samples = 8, Metric = new NoisyMetric(8, error, [3, 1, 1.4]) };

        Trained.Run(Options, gan => Assert.AreEqual((expected, 4L), (gan.Run.ReturnedStep, gan.Run.BestStep)), Samples(), new() { Scoring = Scoring() });
        CollectionAssert.AreEqual(Weights(expected), Weights(6, Scoring()));
    }

    [TestMethod]
    public void Train_ThatAReactionEnded_ReturnsTheBestHoweverNearTheLastIs()
    {
        set_num_threads(1);
        Trained.Run(
            Options with { ReportInterval = 1 }, gan => Assert.AreEqual((4L, 5L), (gan.Run.ReturnedStep, gan.Run.Steps)), Samples(),
            new() { Scoring = new() { Interval = 2, Samples = 8, Metric = new NoisyMetric(8, 1, [3, 1, 1.1]) } },
            monitors: [new FindsAt(5) { Reactions = [new EndRun()] }]);
    }

    [TestMethod]
    public void Train_Scored_ReturnsTheSameWithIntervals()
    {
        // Intervals load the best average for a while, and put the last one back.
        CollectionAssert.AreEqual(
            Weights(6, new() { Interval = 2, Samples = 16, ReturnsBest = false }), Weights(6, new() { Interval = 6, Samples = 16, ReturnsBest = false }));
    }

    /// <summary>An average that stays what it was at the start.</summary>
    private sealed record FirstWeights : IWeightAverage
    {
        public IWeightAverageState CreateState(Tensor average) => new State();

        private sealed class State : IWeightAverageState
        {
            public IReadOnlyList<Tensor> StateTensors => [];

            public void Update(Tensor current, long step, int batchSize)
            {
            }

            public void Dispose()
            {
            }
        }
    }

    /// <summary>Given scores; those of halves, of the last and of the best one after the other, lie a standard error above or below 0 in turns.</summary>
    private sealed record NoisyMetric(int Samples, double Error, double[] Scores) : IMetric
    {
        private int _next = -1, _half;

        public Evidence Needs => Evidence.Features;

        public IEnumerable<Score> Measure(Comparison comparison) => [comparison.Score(
            "given", comparison.Generated.Count < Samples ? Error * (_half++ / 2 % 2 == 0 ? 1 : -1) : Scores[Math.Clamp(_next++, 0, Scores.Length - 1)])];
    }

    /// <summary>Scores that are given one after another.</summary>
    private static ScoringOptions Given(params double[] scores) =>
        new() { Interval = 2, Samples = 4, Metric = new GivenMetric(scores) };

    private static void Run(ScoringOptions scoring, Action<TrainingRun> test)
    {
        set_num_threads(1);
        Trained.Run(Options, gan => test(gan.Run), Samples(), new() { Scoring = scoring });
    }

    private static double[] Weights(int steps, ScoringOptions? scoring = null) =>
        Trained.Weights(Options with { Steps = steps }, Samples(), new() { Scoring = scoring });

    private static SampleSet Samples()
    {
        var samples = Some.Points(16);
        samples.HoldOut(5, seed: 1);
        return samples;
    }

    private sealed record GivenMetric(double[] Scores) : IMetric
    {
        private int _next = -1; // The first score, before the training, does not count.

        public float[] Real { get; private set; } = [];

        public List<float[]> Generated { get; } = [];

        public Evidence Needs => Evidence.Features;

        public IEnumerable<Score> Measure(Comparison comparison)
        {
            var score = _next < 0 ? Scores[++_next] : Scores[_next++]; // There are none for the halves of intervals.
            Real = comparison.Real.Features.ToArray();
            Generated.Add(comparison.Generated.Features.ToArray());
            return [comparison.Score("given", score)];
        }
    }
}
