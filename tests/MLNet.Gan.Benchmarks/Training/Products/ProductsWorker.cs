using System.Globalization;
using MLNet.Gan.Benchmarks.Running;
using static TorchSharp.torch;

namespace MLNet.Gan.Benchmarks.Training.Products;

/// <summary>The products of a training's steps in a process of its own that answers lines as peers/training.py does.</summary>
internal static class ProductsWorker
{
    /// <summary>The first argument of such a process.</summary>
    public const string Command = "products";

    /// <summary>Computes those of so many steps a line, until the input ends.</summary>
    public static int Run(string network, string game, string threads, string steps)
    {
        set_num_threads(int.Parse(threads, CultureInfo.InvariantCulture));
        var products = StepProducts.Of(network, game)!;
        var turn = int.Parse(steps, CultureInfo.InvariantCulture);
        Console.WriteLine("products");
        while (Console.ReadLine() is not null)
        {
            var elapsed = Elapsed.Of(() =>
            {
                for (var i = 0; i < turn; i++)
                    products.Run();
            });
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{elapsed.WallSeconds} {elapsed.CpuSeconds}"));
        }

        return 0;
    }
}
