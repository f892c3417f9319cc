namespace MLNet.Gan.Tests.Primitives;

[TestClass]
public sealed class ScheduleTests
{
    [TestMethod]
    [DataRow(0L)]
    [DataRow(1_000_000_000_000L)]
    public void Constant_NeverChanges(long step)
    {
        Schedule schedule = 0.25;

        Assert.AreEqual(0.25, schedule.At(step));
        Assert.AreEqual(Schedule.Constant(0.25), schedule);
    }

    [TestMethod]
    [DataRow(0L, 4.0)]
    [DataRow(1L, 3.7)] // 4 − 3/10
    [DataRow(5L, 2.5)]
    [DataRow(10L, 1.0)]
    [DataRow(11L, 1.0)]
    public void Linear_GoesStraightAndStays(long step, double expected) =>
        Assert.AreEqual(expected, Schedule.Linear(4, 1, 10).At(step), 1e-12);

    [TestMethod]
    [DataRow(0L, 4.0)]
    [DataRow(2L, 3.56066017177982)] // 1 + 3 (1 + cos 45°)/2 = 1 + 1.5 (1 + 0.707106781186548)
    [DataRow(4L, 2.5)]
    [DataRow(8L, 1.0)]
    [DataRow(9L, 1.0)]
    public void Cosine_FollowsHalfAWaveAndStays(long step, double expected) =>
        Assert.AreEqual(expected, Schedule.Cosine(4, 1, 8).At(step), 1e-12);

    [TestMethod]
    [DataRow(0L, 4.0)]
    [DataRow(1L, 2.82842712474619)] // 4 · (1/4)^(1/4)
    [DataRow(2L, 2.0)]
    [DataRow(4L, 1.0)]
    [DataRow(5L, 1.0)]
    public void Exponential_FallsByEqualFactorsAndStays(long step, double expected) =>
        Assert.AreEqual(expected, Schedule.Exponential(4, 1, 4).At(step), 1e-12);

    [TestMethod]
    [DataRow(0L, 4.0)]
    [DataRow(9L, 4.0)]
    [DataRow(10L, 2.0)]
    [DataRow(19L, 2.0)]
    [DataRow(35L, 0.5)]
    [DataRow(1_000_000_000_000L, 0.0)]
    public void Step_IsMultipliedAtEqualDistances(long step, double expected) =>
        Assert.AreEqual(expected, Schedule.Step(4, 0.5, 10).At(step), 1e-12);

    [TestMethod]
    [DataRow(0L, 0.0)]
    [DataRow(1L, 0.675)] // a quarter of 3 − 3/10
    [DataRow(4L, 1.8)] // 3 − 4 · 3/10, whole
    [DataRow(5L, 1.5)]
    [DataRow(20L, 0.0)]
    public void WithWarmUp_StartsFromZeroAndChangesNothingLater(long step, double expected) =>
        Assert.AreEqual(expected, Schedule.Linear(3, 0, 10).WithWarmUp(4).At(step), 1e-12);

    [TestMethod]
    public void WithWarmUp_AfterTheWarmUp_IsTheScheduleBitForBit() =>
        Assert.AreEqual(0.1, Schedule.Constant(0.1).WithWarmUp(3).At(3), 0);

    [TestMethod]
    public void Schedules_ArePureAndEqualByValue()
    {
        var schedule = Schedule.Cosine(1, 0, 100);
        var before = schedule.At(37);
        schedule.At(99);

        Assert.AreEqual(before, schedule.At(37));
        Assert.AreEqual(Schedule.Cosine(1, 0, 100), schedule);
        Assert.AreNotEqual(Schedule.Cosine(1, 0, 101), schedule);
        Assert.AreNotEqual(Schedule.Linear(1, 0, 100), schedule);
        Assert.AreEqual(schedule.WithWarmUp(5), schedule.WithWarmUp(5));
        Assert.AreNotEqual(schedule.WithWarmUp(6), schedule.WithWarmUp(5));
    }

    [TestMethod]
    public void ToString_IsTheScheduleAsText()
    {
        Assert.AreEqual("0.5", Schedule.Constant(0.5).ToString());
        Assert.AreEqual("Linear(0.5 → 0 in 10)", Schedule.Linear(0.5, 0, 10).ToString());
        Assert.AreEqual("Cosine(0.5 → 0 in 10)", Schedule.Cosine(0.5, 0, 10).ToString());
        Assert.AreEqual("Exponential(0.5 → 0.25 in 10)", Schedule.Exponential(0.5, 0.25, 10).ToString());
        Assert.AreEqual("Step(0.5, times 0.1 every 10)", Schedule.Step(0.5, 0.1, 10).ToString());
        Assert.AreEqual(
            "Cosine(0.5 → 0 in 10) with a warm-up of 3", Schedule.Cosine(0.5, 0, 10).WithWarmUp(3).ToString());
    }

    [TestMethod]
    [DataRow(double.NaN)]
    [DataRow(double.NegativeInfinity)]
    public void Values_ThatAreNotFinite_AreRefused(double value)
    {
        AssertRefused("value", "A schedule's value must be a finite number.", () => _ = Schedule.Constant(value));
        AssertRefused("value", "A schedule's value must be a finite number.", () => _ = (Schedule)value);
        AssertRefused("from", "A schedule's from must be a finite number.", () => _ = Schedule.Linear(value, 0, 1));
        AssertRefused("to", "A schedule's to must be a finite number.", () => _ = Schedule.Linear(0, value, 1));
        AssertRefused("from", "A schedule's from must be a finite number.", () => _ = Schedule.Cosine(value, 0, 1));
        AssertRefused("to", "A schedule's to must be a finite number.", () => _ = Schedule.Cosine(0, value, 1));
        AssertRefused("from", "A schedule's from must be a finite number.",
            () => _ = Schedule.Exponential(value, 1, 1));
        AssertRefused("to", "A schedule's to must be a finite number.", () => _ = Schedule.Exponential(1, value, 1));
        AssertRefused("from", "A schedule's from must be a finite number.", () => _ = Schedule.Step(value, 1, 1));
    }

    [TestMethod]
    [DataRow(0.0)]
    [DataRow(-1.0)]
    public void Exponential_FromOrToZeroOrLess_IsRefused(double value)
    {
        AssertRefused("from", "An exponential schedule's from must be above 0.",
            () => _ = Schedule.Exponential(value, 1, 1));
        AssertRefused("to", "An exponential schedule's to must be above 0.",
            () => _ = Schedule.Exponential(1, value, 1));
    }

    [TestMethod]
    [DataRow(0.0)]
    [DataRow(-0.5)]
    [DataRow(1.5)]
    [DataRow(double.NaN)]
    public void Step_WithAFactorOutOfItsRange_IsRefused(double factor) => AssertRefused(
        "factor", "A schedule's factor must be greater than 0 and at most 1.", () => _ = Schedule.Step(1, factor, 1));

    [TestMethod]
    [DataRow(0L)]
    [DataRow(-1L)]
    public void Steps_BelowOne_AreRefused(long steps)
    {
        AssertRefused("steps", "A schedule must last at least 1 step.", () => _ = Schedule.Linear(0, 1, steps));
        AssertRefused("steps", "A schedule must last at least 1 step.", () => _ = Schedule.Cosine(0, 1, steps));
        AssertRefused("steps", "A schedule must last at least 1 step.", () => _ = Schedule.Exponential(2, 1, steps));
        AssertRefused("steps", "A schedule must last at least 1 step.",
            () => _ = Schedule.Constant(1).WithWarmUp(steps));
        AssertRefused("every", "A schedule must last at least 1 step.", () => _ = Schedule.Step(1, 0.5, steps));
    }

    private static void AssertRefused(string parameter, string message, Action make)
    {
        var error = Assert.ThrowsExactly<ArgumentOutOfRangeException>(make);
        Assert.AreEqual(parameter, error.ParamName);
        Assert.Contains(message, error.Message);
    }
}
