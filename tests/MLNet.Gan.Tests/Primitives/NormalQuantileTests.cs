namespace MLNet.Gan.Tests.Primitives;

[TestClass]
public sealed class NormalQuantileTests
{
    // norm.ppf of scipy 1.10.1.
    [TestMethod]
    [DataRow(1e-7, -5.1993375821928165)]
    [DataRow(1e-6, -4.753424308822899)]
    [DataRow(0.001, -3.090232306167813)]
    [DataRow(0.25, -0.6744897501960817)]
    [DataRow(0.3333333333333333, -0.43072729929545756)]
    [DataRow(0.5, 0)]
    [DataRow(0.75, 0.6744897501960817)]
    [DataRow(0.9, 1.2815515655446004)]
    [DataRow(0.975, 1.959963984540054)]
    [DataRow(0.999999, 4.753424308817087)]
    public void Of_AgreesWithScipy(double probability, double expected) =>
        Assert.AreEqual(expected, NormalQuantile.Of(probability), 1e-9);
}
