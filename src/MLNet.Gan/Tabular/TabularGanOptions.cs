namespace MLNet.Gan;

/// <summary>How a GAN is trained on the rows of a table.</summary>
public sealed record TabularGanOptions
{
    /// <summary>How the columns become numbers, and which are left out.</summary>
    public TableEncodingOptions Encoding { get; init => field = Check.NotNull(value); } = new();

    /// <summary>
    /// The number of generator updates, greater than 0; null (default) for 150 passes over the rows, at least 1 000 and at most 8 000.
    /// </summary>
    public int? Steps { get; init => field = value is { } steps ? Check.Positive(steps) : null; }

    /// <summary>The number of rows of a batch, greater than 0; default 64, or half of the rows where there are fewer than twice as many.</summary>
    public int BatchSize { get; init => field = Check.Positive(value); } = 64;

    /// <summary>The number of rows that the discriminator sees at once (PacGAN, Lin et al., 2018), greater than 0; default 1.</summary>
    public int Packing { get; init => field = Check.Positive(value); } = 1;

    /// <summary>The loss; default <see cref="RelativisticPairingLoss"/>.</summary>
    public IGanLoss Loss { get; init => field = Check.NotNull(value); } = new RelativisticPairingLoss();

    /// <summary>The regularizers; default <see cref="R1Penalty"/> and <see cref="R2Penalty"/> of 1, in every fourth step.</summary>
    public IReadOnlyList<IRegularizer> Regularizers { get; init => field = Check.Items(value); } =
        [new R1Penalty { Gamma = 1, Interval = 4 }, new R2Penalty { Gamma = 1, Interval = 4 }];

    /// <summary>The learning rate of both players, greater than 0; default 4e-3, which falls to a twentieth.</summary>
    public double LearningRate { get; init => field = Check.Positive(value); } = 4e-3;

    /// <summary>The width of the hidden layers, greater than 0; default 128.</summary>
    public int Width { get; init => field = Check.Positive(value); } = 128;

    /// <summary>The number of hidden layers, greater than 0; default 3.</summary>
    public int Depth { get; init => field = Check.Positive(value); } = 3;

    /// <summary>The length of the latent, greater than 0; default 64.</summary>
    public int LatentSize { get; init => field = Check.Positive(value); } = 64;

    /// <summary>The seed of everything random; default 1.</summary>
    public int Seed { get; init; } = 1;

    /// <summary>Returns the options as text, a line each.</summary>
    public string ToText() => $"{OptionsText.Of(this, except: nameof(Encoding))}\n{OptionsText.Of(Encoding)}";
}
