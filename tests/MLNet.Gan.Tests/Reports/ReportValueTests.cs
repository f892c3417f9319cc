using System.Globalization;
using MLNet.Gan.Reports;

namespace MLNet.Gan.Tests.Reports;

[TestClass]
public sealed class ReportValueTests
{
    [TestMethod]
    [DataRow(0.0, "0")]
    [DataRow(21.3, "21.3")]
    [DataRow(0.123456, "0.1235")]
    [DataRow(-8.4123, "-8.412")]
    [DataRow(0.001, "0.001")]
    [DataRow(0.00099, "9.9e-4")]
    [DataRow(12345.6, "12,346")]
    [DataRow(1234567.0, "1.235e+6")]
    [DataRow(double.NaN, "not a number")]
    [DataRow(double.PositiveInfinity, "∞")]
    [DataRow(double.NegativeInfinity, "-∞")]
    public void FromDouble_AnySize_HasFourDigits(double number, string expected)
    {
        ReportValue value = number;

        Assert.AreEqual(expected, value.Text);
        Assert.IsTrue(value.IsNumber);
    }

    [TestMethod]
    public void FromInt_Large_HasCommas()
    {
        ReportValue value = 60_000;

        Assert.AreEqual("60,000", value.Text);
    }

    [TestMethod]
    [DataRow(0.25, "250 ms")]
    [DataRow(12.34, "12.3 s")]
    [DataRow(200, "3 min 20 s")]
    [DataRow(4500, "1 h 15 min")]
    [DataRow(90_061, "25 h 1 min")]
    public void FromTimeSpan_AnyLength_HasItsLargestUnits(double seconds, string expected)
    {
        ReportValue value = TimeSpan.FromSeconds(seconds);

        Assert.AreEqual(expected, value.Text);
    }

    [TestMethod]
    public void FromDouble_InACultureWithCommas_HasAPoint()
    {
        var before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = new CultureInfo("") { NumberFormat = { NumberDecimalSeparator = "," } };
            ReportValue value = 1.5;

            Assert.AreEqual("1.5", value.Text);
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [TestMethod]
    public void Default_HasEmptyText() => Assert.AreEqual("", default(ReportValue).Text);
}
