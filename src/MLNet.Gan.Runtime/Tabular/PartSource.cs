namespace MLNet.Gan;

/// <summary>The numbers of a part in a graph.</summary>
/// <param name="Rows">The encoded rows [N, width].</param>
/// <param name="Number">The number of [−1, 1]: [N, 1] of single precision; absent where the part has none.</param>
/// <param name="State">The index of the state: [N, 1] of integers; absent where there is only one.</param>
internal sealed record PartSource(OnnxValue Rows, OnnxValue Number, OnnxValue State);
