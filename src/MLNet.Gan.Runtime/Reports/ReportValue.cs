using System.Globalization;

namespace MLNet.Gan.Reports;

/// <summary>A formatted value: a text, or a number written the same way in every culture.</summary>
/// <remarks>Texts, integers, doubles and durations are converted implicitly, so a row can be written as
/// <c>["DCGAN", 21.37, 60_000, watch.Elapsed]</c>.</remarks>
public readonly record struct ReportValue
{
    private readonly string? _text;

    private ReportValue(string text, bool isNumber) => (_text, IsNumber) = (text, isNumber);

    /// <summary>The formatted text.</summary>
    public string Text => _text ?? "";

    /// <summary>Whether it is a number or a duration, which is right-aligned.</summary>
    public bool IsNumber { get; }

    /// <summary>A text, unchanged.</summary>
    public static implicit operator ReportValue(string text) => new(text, isNumber: false);

    /// <summary>An integer, with commas between thousands.</summary>
    public static implicit operator ReportValue(long number) => new(Format("#,0", number), isNumber: true);

    /// <summary>A number with four significant digits.</summary>
    public static implicit operator ReportValue(double number) => new(Describe(number), isNumber: true);

    /// <summary>A duration in its two largest units, such as <c>3 min 20 s</c>.</summary>
    public static implicit operator ReportValue(TimeSpan duration) => new(Describe(duration), isNumber: true);

    /// <inheritdoc/>
    public override string ToString() => Text;

    private static string Describe(double number) => Math.Abs(number) switch
    {
        double.NaN => "not a number",
        double.PositiveInfinity => number > 0 ? "∞" : "-∞",
        0 => "0",
        < 1e-3 => Format("0.###e+0", number),
        < 1e3 => Format("G4", number),
        < 1e6 => Format("#,0", number),
        _ => Format("0.###e+0", number),
    };

    private static string Describe(TimeSpan duration) => duration.TotalSeconds switch
    {
        < 1 => $"{Format("0", duration.TotalMilliseconds)} ms",
        < 60 => $"{Format("0.0", duration.TotalSeconds)} s",
        < 3600 => $"{(int)duration.TotalMinutes} min {duration.Seconds} s",
        _ => $"{Format("0", Math.Floor(duration.TotalHours))} h {duration.Minutes} min",
    };

    private static string Format(string format, IFormattable number) =>
        number.ToString(format, CultureInfo.InvariantCulture);
}
