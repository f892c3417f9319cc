using System.Diagnostics;
using MLNet.Gan;

namespace GpuCheck;

/// <summary>Every option once, for three steps: what does not run on the device at all.</summary>
internal static class Games
{
    private static readonly GanOptions Points = new()
    {
        Shape = SampleShape.Vector(2), Architecture = new Mlp { Width = 32 }, BatchSize = 32, Steps = 3,
        ReportInterval = 2, Seed = 1, Loss = new NonSaturatingLoss(), Regularizers = [],
    };

    private static readonly GanOptions Images = Points with
    {
        Shape = SampleShape.Image(3, 32, 32),
        Architecture = new Dcgan { Width = 16 },
    };

    public static int Run(string? only)
    {
        var failed = 0;
        var clock = Stopwatch.StartNew();
        foreach (var (name, options) in All().Where(game => only is null || game.Name.Contains(only, StringComparison.Ordinal)))
        {
            var context = Where.Context();
            clock.Restart();
            try
            {
                using var model = context.Gan.Trainers.Gan(options, RunOf(name)).Fit(Data.View(context, options.Shape, 128));
                var isFinite = Data.Samples(model, 8).All(float.IsFinite);
                failed += isFinite ? 0 : 1;
                Console.WriteLine($"  {(isFinite ? "ok  " : "FAIL, not finite")} {name} ({clock.ElapsedMilliseconds} ms)");
            }
            catch (Exception e)
            {
                failed++;
                Console.WriteLine($"  FAIL {name}: {e}");
            }
        }

        Console.WriteLine(failed == 0 ? "PASSED games" : $"FAILED games: {failed}");
        return failed == 0 ? 0 : 1;
    }

    private static RunOptions RunOf(string name) => new()
    {
        Spill = name.Contains("spilled", StringComparison.Ordinal) ? new() { MemoryBudget = 4096 } : null,
        Snapshots = name.Contains("snapshots", StringComparison.Ordinal) ? new() { Count = 4, Interval = 1 } : null,
    };

    public static IEnumerable<(string Name, GanOptions Options)> All()
    {
        foreach (var (kind, plain) in new[] { ("points", Points), ("images", Images) })
        {
            foreach (var (name, options) in CommonGames.Of(plain))
                yield return ($"{kind}: {name}", options);
        }

        yield return ("points: Mlp, residual, orthogonal", Points with
        {
            Architecture = new Mlp { Width = 32, IsResidual = true, Initialization = new OrthogonalInitialization() },
        });
        yield return ("points: standardized", Points with { Standardizes = true });
        yield return ("points: standardized, spilled", Points with { Standardizes = true });
        yield return ("points: unrolling, differentiated", Points with { Unrolling = new() { IsDifferentiated = true, Steps = 2 } });
        yield return ("images: spilled", Images);
        yield return ("images: flips, snapshots, classes", Images with
        {
            HorizontalFlips = true,
            LabelColumnName = Data.Label,
            BalanceClasses = true,
        });
        yield return ("images: DiffAugment", Images with { Augmentations = AugmentationSets.DiffAugment });
        yield return ("images: adaptive augmentation", Images with
        {
            Augmentations = AugmentationSets.Adaptive,
            Controllers = [new AdaptiveAugmentation { Interval = 1 }],
        });
        yield return ("images: Mlp", Images with { Architecture = new Mlp { Width = 32 } });
        yield return ("images: Dcgan, R1 and R2, relativistic", Images with
        {
            Loss = new RelativisticPairingLoss(),
            Regularizers = [new R1Penalty(), new R2Penalty()],
        });
        yield return ("images: SnganResNet, self-attention", Images with
        {
            Architecture = new SnganResNet { GeneratorWidth = 16, DiscriminatorWidth = 16, SelfAttention = 16 },
        });
        yield return ("images: SnganResNet, classes, spectral, R1", Images with
        {
            Architecture = new SnganResNet { GeneratorWidth = 16, DiscriminatorWidth = 16 },
            LabelColumnName = Data.Label,
            DiscriminatorWeights = new SpectralNormalization(),
            Loss = new HingeLoss(),
            Regularizers = [new R1Penalty()],
        });
        yield return ("images: R3Gan, classes", Images with
        {
            Architecture = new R3Gan { Width = 16 },
            LabelColumnName = Data.Label,
            Loss = new RelativisticPairingLoss(),
            Regularizers = [new R1Penalty(), new R2Penalty()],
            Average = new HalfLifeAverage(),
        });
        yield return ("images: Progressive, WGAN-GP, drift", Images with
        {
            Architecture = new ProgressiveGan { Width = 8, FadeImages = 32, StableImages = 16, BatchSize = 16, SmallestBatchSize = 16 },
            Loss = new WassersteinLoss(),
            Regularizers = [new WganGpPenalty(), new LogitDrift()],
        });
    }
}
