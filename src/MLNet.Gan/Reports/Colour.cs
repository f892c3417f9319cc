namespace MLNet.Gan.Reports;

/// <summary>A colour of the screen, 0 to 255 each.</summary>
internal readonly record struct Colour(byte Red, byte Green, byte Blue);
