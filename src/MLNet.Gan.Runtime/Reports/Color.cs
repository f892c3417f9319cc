namespace MLNet.Gan.Reports;

/// <summary>An RGB color, 0 to 255 each.</summary>
internal readonly record struct Color(byte Red, byte Green, byte Blue);
