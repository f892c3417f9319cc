namespace MLNet.Gan.Reports;

/// <summary>A color of the screen, 0 to 255 each.</summary>
internal readonly record struct Color(byte Red, byte Green, byte Blue);
