namespace MLNet.Gan.Benchmarks.Running;

/// <summary>One training run.</summary>
/// <param name="Variant">What is trained.</param>
/// <param name="Data">What it is trained on.</param>
/// <param name="Seed">The seed of data, training and samples.</param>
/// <param name="Setup">Everything that decides the outcome, as text: a result of another text is out of date.</param>
/// <param name="Run">Trains and judges.</param>
internal sealed record Job(string Variant, string Data, int Seed, string Setup, Func<Outcome> Run)
{
    public override string ToString() => $"{Variant} on {Data}, seed {Seed}";
}
