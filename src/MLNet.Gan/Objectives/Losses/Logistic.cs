namespace MLNet.Gan;

internal static class Logistic
{
    /// <summary>The mean cross-entropy of logits with a target probability of "real".</summary>
    /// <remarks>
    /// −p ln σ(x) − (1 − p) ln(1 − σ(x)) = softplus(−x) + (1 − p)x, since softplus(x) = softplus(−x) + x.
    /// </remarks>
    public static Tensor Real(Tensor logits, double probability)
    {
        var certain = (-logits).Softplus().mean();
        return probability == 1 ? certain : certain.Plus((1 - probability).Times(logits.mean()));
    }
}
