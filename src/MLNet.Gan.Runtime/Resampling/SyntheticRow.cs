namespace MLNet.Gan;

/// <summary>A new row: where it is between a row and one of its neighbors.</summary>
/// <param name="Base">The row.</param>
/// <param name="Nearest">Its nearest rows, which vote for the categories.</param>
/// <param name="Neighbor">That of them towards which the new row is.</param>
/// <param name="Gap">How far it is from the row to the neighbor, in [0, 1).</param>
internal readonly record struct SyntheticRow(int Base, int[] Nearest, int Neighbor, double Gap)
{
    /// <summary>Writes the row's numbers and categories.</summary>
    public void Fill(ClassRows rows, InputRows made, int place, Random random)
    {
        var from = rows.Inputs.NumbersOf(Base);
        var to = rows.Inputs.NumbersOf(Neighbor);
        var numbers = made.NumbersOf(place);
        for (var i = 0; i < numbers.Length; i++)
            numbers[i] = from[i] + Gap * (to[i] - from[i]);
        var categories = made.CategoriesOf(place);
        for (var i = 0; i < categories.Length; i++)
            categories[i] = MajorityVote.Draw(rows.Inputs, Nearest, i, random);
    }
}
