namespace MLNet.Gan.Regularizers;

internal static class OneCentred
{
    // The norm's slope at 0 is infinite; this moves it by less than single precision shows.
    private const double Tiny = 1e-12;

    /// <summary>E(‖∇D(x)‖ − 1)² at points that require gradients.</summary>
    public static Tensor Penalty(Func<Tensor, Tensor> critic, Tensor points)
    {
        var norms = (Gradients.SquaredNorms(critic(points), points) + Tiny).sqrt();
        return (norms - 1).square().mean();
    }
}
