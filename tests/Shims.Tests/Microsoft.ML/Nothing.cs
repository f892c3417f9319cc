namespace Shims.Tests;

/// <summary>A row of no columns.</summary>
public sealed class Nothing;
