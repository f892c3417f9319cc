using MLNet.Gan.Tests.Support;

namespace MLNet.Gan.Tests.Training;

/// <summary>A run that is watched is the run that is not, bit for bit.</summary>
[TestClass, DoNotParallelize]
public sealed class GuardNeutralityTests
{
    private const int Steps = 4, Rows = 64;

    public static IEnumerable<object[]> Runs => SmallRun.All.Append(SmallRun.WithDropout).Append(Noisy).Select(run => new object[] { run });

    /// <summary>A discriminator that draws from libtorch's global generator in evaluation, too.</summary>
    private static SmallRun Noisy => new("noise in evaluation", SmallRun.WithDropout.Options with
    {
        Architecture = Architecture.Of(
            4, spec => nn.Sequential(nn.Linear(4, 8), nn.ReLU(), nn.Linear(8, spec.Shape.Size)),
            spec => new OwnNoise(spec.Shape.Size)),
    });

    [TestMethod]
    [DynamicData(nameof(Runs))]
    public void Train_Watched_IsEqualToARunThatIsNot(SmallRun run)
    {
        set_num_threads(1);

        var (plain, plainReports) = Trained(run, Guard.Off);
        var (watched, reports) = Trained(run, Guard.Watch with { Interval = 1 });

        CollectionAssert.AreEqual(plain, watched);
        CollectionAssert.AreEqual(plainReports, reports.Select(report => report with { Samples = null }).ToArray());
        Assert.IsTrue(Array.TrueForAll(reports, report => report.Samples is not null), "The run was not compared.");
    }

    [TestMethod]
    public void Train_Scored_IsEqualToARunThatIsNot()
    {
        set_num_threads(1);
        var (plain, plainReports) = Trained(Noisy, Guard.Off);

        var (scored, reports) = Trained(Noisy, Guard.Off, new() { Interval = 1, Samples = 16, ReturnsBest = false });

        CollectionAssert.AreEqual(plain, scored);
        CollectionAssert.AreEqual(plainReports, reports);
    }

    private static (double[] Weights, StepReport[] Reports) Trained(SmallRun run, Guard guard, ScoringOptions? scoring = null)
    {
        (double[], StepReport[]) result = default;
        using var samples = run.Samples(Rows);
        Training.Trained.Run(
            run.Options with { Steps = Steps, ReportInterval = 1 },
            gan => result = (SpyArchitecture.Weights(gan.Generator), [.. gan.Run.Reports]),
            samples, new() { Guard = guard, Scoring = scoring });
        return result;
    }

    private sealed class OwnNoise : nn.Module<Tensor, Tensor>
    {
        private readonly nn.Module<Tensor, Tensor> _linear;

        public OwnNoise(int inputs) : base(nameof(OwnNoise))
        {
            _linear = nn.Linear(inputs, 1);
            RegisterComponents();
        }

        public override Tensor forward(Tensor input) => _linear.call(input + randn(input.shape));
    }
}
