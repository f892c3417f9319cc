namespace MLNet.Gan.Regularizers;

internal static class OneCentred
{
    /// <summary>λ · E(‖∇D(x)‖ − 1)² at some points.</summary>
    public static Tensor Penalty(double weight, Judged points)
    {
        var distances = points.GradientNorms().Minus(1);
        return (weight / distances.shape[0]).Times(distances.dot(distances));
    }
}
