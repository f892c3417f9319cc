namespace MLNet.Gan;

/// <summary>Adds GANs to a comparison of methods of resampling.</summary>
public static class AutoResamplingWithGan
{
    extension(AutoResampling comparison)
    {
        /// <summary>This comparison, with <see cref="TabularGanResampling"/> as a further candidate.</summary>
        /// <remarks>
        /// It is trained on the training rows of each fold, 15 times with the defaults of <see cref="AutoResampling"/>, and once more if it is chosen.
        /// </remarks>
        /// <param name="options">How to train it; null (default) for all defaults.</param>
        /// <param name="run">How to run its trainings; null (default) for all defaults.</param>
        public AutoResampling WithTabularGan(TabularGanOptions? options = null, RunOptions? run = null) => comparison with
        {
            Candidates = [.. comparison.Candidates, new TabularGanResampling { Options = options ?? new(), Run = run ?? new() }],
        };
    }
}
