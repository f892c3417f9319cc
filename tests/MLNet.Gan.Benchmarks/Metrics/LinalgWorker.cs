using System.Globalization;
using MLNet.Gan.Benchmarks.Running;
using static TorchSharp.torch;

namespace MLNet.Gan.Benchmarks.Metrics;

/// <summary>tr √(Σ₁Σ₂) by torch.linalg, in a process of its own that answers lines as peers/metrics.py does.</summary>
internal static class LinalgWorker
{
    /// <summary>The first argument of such a process.</summary>
    public const string Command = "linalg";

    /// <summary>Answers <c>linalg ROWS COLUMNS</c> until the input ends.</summary>
    public static int Run()
    {
        set_num_threads(Environment.ProcessorCount);
        Console.WriteLine($"TorchSharp {typeof(Tensor).Assembly.GetName().Version!.ToString(3)}");
        while (Console.ReadLine()?.Split(' ') is [_, var rows, var columns])
        {
            var size = (int.Parse(rows, CultureInfo.InvariantCulture), int.Parse(columns, CultureInfo.InvariantCulture));
            using var scope = NewDisposeScope();
            var (first, second) = (Covariance(1, size), Covariance(2, size));
            var elapsed = Elapsed.Of(() => TraceOfRoot(first, second, isSingular: size.Item1 <= size.Item2));
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{elapsed.WallSeconds} {elapsed.CpuSeconds}"));
        }

        return 0;
    }

    /// <summary>By Cholesky's factor, or by the root of the first covariance where that does not exist.</summary>
    private static double TraceOfRoot(Tensor first, Tensor second, bool isSingular)
    {
        Tensor half;
        if (isSingular)
        {
            var (values, vectors) = linalg.eigh(first);
            half = vectors * values.clamp(min: 0).sqrt();
        }
        else
        {
            half = linalg.cholesky(first);
        }

        return linalg.eigvalsh(half.t().mm(second).mm(half)).clamp(min: 0).sqrt().sum().item<double>();
    }

    private static Tensor Covariance(int seed, (int Rows, int Columns) size)
    {
        using var features = tensor(RandomFeatures.Of(seed, size.Rows, size.Columns)).view(size.Rows, size.Columns).to(ScalarType.Float64);
        return features.t().cov();
    }
}
