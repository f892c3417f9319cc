using System.Reflection;
using MLNet.Gan.Tests.Support;

namespace MLNet.Gan.Tests.Objectives.Regularizers;

/// <summary>What makes no sense is refused where it is set, by every regularizer.</summary>
[TestClass]
public sealed class RegularizerSettingsTests
{
    public static IEnumerable<object[]> Regularizers => Implementations.Of<IRegularizer>();

    public static IEnumerable<object[]> Schedules =>
        from row in Regularizers
        from property in row[0].GetType().GetProperties()
        where property.PropertyType == typeof(Schedule)
        select new[] { row[0], property.Name };

    [TestMethod]
    [DynamicData(nameof(Regularizers))]
    public void Interval_ThatIsNotPositive_IsRefused(IRegularizer regularizer)
    {
        var error = Assert.ThrowsExactly<ArgumentOutOfRangeException>(() => Set(regularizer, "Interval", 0));

        Assert.AreEqual("Interval", error.ParamName);
        Assert.Contains("Interval must be greater than 0.", error.Message);
    }

    [TestMethod]
    [DynamicData(nameof(Schedules))]
    public void Strength_ThatIsNull_IsRefused(IRegularizer regularizer, string property)
    {
        var error = Assert.ThrowsExactly<ArgumentNullException>(() => Set(regularizer, property, null));

        Assert.AreEqual(property, error.ParamName);
    }

    [TestMethod]
    [DynamicData(nameof(Schedules))]
    public void Strength_ThatIsNegative_IsRefused(IRegularizer regularizer, string property)
    {
        foreach (var negative in new[] { -1e-9, Schedule.Linear(1, -1, 10) })
        {
            var error = Assert.ThrowsExactly<ArgumentOutOfRangeException>(() => Set(regularizer, property, negative));

            Assert.AreEqual(property, error.ParamName);
            Assert.Contains($"{property} must be a number of at least 0 at every step.", error.Message);
        }

        Set(regularizer, property, Schedule.Constant(0));
    }

    [TestMethod]
    public void Schedules_AreFound() => Assert.IsTrue(Schedules.Count() >= Regularizers.Count());

    [TestMethod]
    [DataRow(0.0)]
    [DataRow(double.NaN)]
    public void DraganSpread_ThatIsNotPositive_IsRefused(double spread)
    {
        var error = Assert.ThrowsExactly<ArgumentOutOfRangeException>(() => _ = new DraganPenalty { Spread = spread });

        Assert.AreEqual("Spread", error.ParamName);
        Assert.Contains("Spread must be a number greater than 0.", error.Message);
    }

    private static void Set(IRegularizer regularizer, string property, object? value) => regularizer.GetType()
        .GetProperty(property)!
        .SetValue(regularizer, value, BindingFlags.DoNotWrapExceptions, binder: null, index: null, culture: null);
}
