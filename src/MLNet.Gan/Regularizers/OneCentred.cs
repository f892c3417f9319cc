namespace MLNet.Gan.Regularizers;

internal static class OneCentred
{
    // The norm's slope at 0 is infinite; this moves it by less than single precision shows.
    private const double Tiny = 1e-12;

    /// <summary>E(‖∇D(x)‖ − 1)² at some points.</summary>
    public static Tensor Penalty(Judged points)
    {
        var norms = (points.SquaredGradientNorms() + Tiny).sqrt();
        return nn.functional.mse_loss(norms, ones_like(norms));
    }
}
