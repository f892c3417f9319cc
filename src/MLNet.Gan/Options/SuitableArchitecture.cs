namespace MLNet.Gan;

/// <summary>The architecture of a trainer that is given none.</summary>
internal static class SuitableArchitecture
{
    private const int Multiple = 4;

    /// <summary>
    /// <see cref="Dcgan"/> for images whose sides are multiples of 4, as it needs them; else <see cref="Mlp"/>.
    /// </summary>
    public static IArchitecture For(SampleShape shape) =>
        shape.IsImage && shape.Height % Multiple == 0 && shape.Width % Multiple == 0 ? new Dcgan() : new Mlp();
}
