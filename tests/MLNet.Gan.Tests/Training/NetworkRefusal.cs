using MLNet.Gan.Tests.Pipelines;

namespace MLNet.Gan.Tests.Training;

/// <summary>Fits with networks of the user's own that must be refused.</summary>
internal static class NetworkRefusal
{
    /// <summary>Options of a run of a moment, without regularizers.</summary>
    public static GanOptions Plain => TestData.Options with { Regularizers = [] };

    /// <summary>Options with a generator of the user's own.</summary>
    public static GanOptions Generator(Func<nn.Module<Tensor, Tensor>> make) =>
        Plain with { Architecture = Architecture.Of(4, _ => make(), _ => nn.Linear(2, 1)) };

    /// <summary>Options with a discriminator of the user's own.</summary>
    public static GanOptions Discriminator(Func<nn.Module<Tensor, Tensor>> make) =>
        Plain with { Architecture = Architecture.Of(4, _ => nn.Linear(4, 2), _ => make()) };

    /// <summary>Asserts that a fit is refused before it reads a row.</summary>
    public static void AssertRefused<T>(GanOptions options, string part) where T : Exception
    {
        var view = new CountingView(TestData.Points(10));

        var thrown = Assert.ThrowsExactly<T>(() => TestData.Context.Gan.Trainers.Gan(options).Fit(view));

        Assert.Contains(part, thrown.Message);
        Assert.AreEqual(0, view.RowsRead);
    }

    /// <summary>A network whose output has no graph to its parameters.</summary>
    public sealed class Detached() : nn.Module<Tensor, Tensor>(nameof(Detached))
    {
        private readonly nn.Module<Tensor, Tensor> _last = nn.Linear(2, 1);

        public override Tensor forward(Tensor input) => _last.call(input).detach();
    }
}
