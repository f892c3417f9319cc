namespace MLNet.Gan;

internal static class NeedsOfLoss
{
    /// <summary>The needs of a loss whose generator minimizes a function of the generated samples' logits alone.</summary>
    public static Needs FakeForGenerator(Player turn) => turn == Player.Generator ? Needs.FakeLogits : Needs.Logits;
}
