namespace MLNet.Gan;

/// <summary>A value of a graph: an input, a weight, or a node's output.</summary>
/// <param name="Name">The name under which nodes refer to it.</param>
public readonly record struct OnnxValue(string Name)
{
    /// <summary>The placeholder of an optional input that is left out, such as Resize's region of interest.</summary>
    public static OnnxValue Absent { get; } = new("");
}
