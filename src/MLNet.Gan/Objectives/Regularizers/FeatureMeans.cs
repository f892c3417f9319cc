namespace MLNet.Gan;

internal static class FeatureMeans
{
    /// <summary>‖E f(G(z)) − E f(x)‖² of features [N, F], where the real ones are constants.</summary>
    public static Tensor SquaredDistance(Tensor real, Tensor fake) =>
        (fake.mean([0]) - real.detach().mean([0])).Squared().sum();
}
