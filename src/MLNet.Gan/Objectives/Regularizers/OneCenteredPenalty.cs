namespace MLNet.Gan;

internal static class OneCenteredPenalty
{
    /// <summary>λ · E(‖∇D(x)‖ − 1)² at some points.</summary>
    public static Tensor Penalty(double weight, DiscriminatorPass points)
    {
        var distances = points.GradientNorms().Minus(1);
        return (weight / distances.size(0)).Times(distances.dot(distances));
    }
}
