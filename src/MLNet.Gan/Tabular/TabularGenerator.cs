using MLNet.Gan.Layers;

namespace MLNet.Gan;

/// <summary>A generator of encoded rows: latents [N, noise + width] and conditions [N, C] to rows [N, width], with the conditions behind them.</summary>
/// <remarks>
/// Numbers are bounded by tanh. Categories and modes are drawn: the largest of their scores with normal noise, which in training is replaced
/// by a softmax of a low temperature, as that of Jang et al. (2017) is with Gumbel noise, whose logarithms take longer than the network.
/// A category that the condition shows is that of the condition, whatever the score.
/// </remarks>
internal sealed class TabularGenerator : nn.Module<Tensor, Tensor?, Tensor>, IExplicitGenerator
{
    private const float Lowest = -1e4f, Certain = 1e6f;

    private readonly TabularNetworks _networks;
    private readonly Sequential _hidden;
    private readonly Linear _output;
    private readonly int _groups, _widest;
    private readonly Tensor _low, _numbers, _padding, _places, _inCondition, _isNumber, _isCategory, _blockOf;
    private readonly Tensor? _conditionPadding;

    public TabularGenerator(NetworkSpec spec, TabularNetworks networks, Sequential hidden, Linear output) : base(nameof(TabularGenerator))
    {
        (_networks, _hidden, _output) = (networks, hidden, output);
        register_module("hidden", hidden);
        register_module("output", output);
        var layout = networks.Layout;
        TableBlock[] oneHots = [.. layout.Blocks.Where(block => block.IsOneHot)];
        (_groups, _widest) = (oneHots.Length, oneHots.Select(block => block.Width).DefaultIfEmpty(1).Max());
        var width = layout.Width;

        // Blocks of all widths are columns of one matrix, filled up with a score that no noise makes the largest.
        var padding = new long[_groups * _widest];
        Array.Fill(padding, width);
        long[] numbers = [.. layout.Blocks.Where(block => !block.IsOneHot).Select(block => (long)block.Start)];
        var (places, isNumber) = (new long[width], new float[width]);
        foreach (var (index, number) in numbers.Index())
            (places[number], isNumber[number]) = (padding.Length + index, 1);
        foreach (var (group, block) in oneHots.Index())
        {
            for (var i = 0; i < block.Width; i++)
            {
                padding[group * _widest + i] = block.Start + i;
                places[block.Start + i] = group * _widest + i;
            }
        }

        var conditions = layout.ConditionBlocks().ToArray();
        var blockOf = new long[width];
        Array.Fill(blockOf, conditions.Length);
        var conditionPadding = new long[conditions.Length * _widest];
        Array.Fill(conditionPadding, layout.ConditionSize());
        var next = 0L;
        foreach (var (index, block) in conditions.Index())
        {
            blockOf.AsSpan(block.Start, block.Width).Fill(index);
            for (var i = 0; i < block.Width; i++)
                conditionPadding[index * _widest + i] = next++;
        }

        Tensor Kept(Tensor made) => made.to(spec.Device).DetachFromDisposeScope();
        _low = Kept(tensor([Lowest], [1, 1]));
        (_numbers, _padding, _places) = (Kept(tensor(numbers)), Kept(tensor(padding)), Kept(tensor(places)));
        (_inCondition, _blockOf) = (Kept(tensor(layout.PlacesInCondition())), Kept(tensor(blockOf)));
        _isNumber = Kept(tensor(isNumber));
        _isCategory = Kept(tensor([.. isNumber.Select(number => 1 - number)]));
        _conditionPadding = conditions.Length == 0 ? null : Kept(tensor(conditionPadding));
    }

    /// <inheritdoc/>
    public override Tensor forward(Tensor latents, Tensor? labels) => Rows(Raw(latents, labels), latents, labels);

    GeneratedSamples? IExplicitGenerator.Explicit(Tensor latents, Tensor? labels)
    {
        if (!_hidden.IsExplicit || !_output.IsExplicit)
            return null;
        ExplicitPass pass;
        using (no_grad())
        {
            var input = Input(latents, labels);
            var hidden = _hidden.TraceExplicitly(input);
            pass = new SequentialPass(input, [hidden, _output.TraceExplicitly(hidden.Output, slope: 1)]);
        }

        return GeneratedSamples.Of(pass, raw => Rows(raw, latents, labels));
    }

    private Tensor Rows(Tensor raw, Tensor latents, Tensor? labels)
    {
        // Columns are rows here: selecting whole rows takes a tenth of the time of selecting columns.
        var scores = raw.Plus(Noise(latents)).Over(_networks.Temperature).t().contiguous();
        var numbers = raw.index_select(1, _numbers).tanh().t();
        var columns = (_groups == 0 ? numbers : cat([Soft(scores), numbers], 0)).index_select(0, _places); // [width, N]
        if (labels is null)
            return columns.t();
        var given = WithZeros(labels.t());
        var isShown = WithZeros(given.index_select(0, _conditionPadding!).reshape(-1, _widest, labels.size(0)).sum(1)).index_select(0, _blockOf);
        var shown = (columns * isShown.Times(-1).Plus(1)).Plus(given.index_select(0, _inCondition));
        return cat([shown.t(), labels], 1);
    }

    /// <summary>
    /// Rows [N, width] in which the largest score of a block is its category or mode, as the file computes them.
    /// </summary>
    public Tensor Scores(Tensor latents, Tensor? labels)
    {
        var raw = Raw(latents, labels);
        var scores = raw.Plus(Noise(latents));
        if (labels is not null)
            scores = scores.Plus(WithZeros(labels.t()).index_select(0, _inCondition).t().Times(Certain));
        return (raw.tanh() * _isNumber).Plus(scores * _isCategory);
    }

    /// <summary>Adds numbers [width] to the scores from now on.</summary>
    public void AddToScores(Tensor numbers) => _output.Values.Bias.add_(numbers, alpha: Arithmetic.One);

    /// <summary>Adds the nodes that compute <see cref="Scores"/>.</summary>
    public OnnxValue AddTo(OnnxGraph graph, OnnxValue latents, OnnxValue? condition)
    {
        var (noise, width) = (_networks.NoiseSize, _networks.Layout.Width);
        var input = Part(graph, latents, 0, noise);
        var raw = _output.AddTo(graph, _hidden.AddTo(
            graph, condition is { } given ? graph.Add("Concat", [input, given], OnnxAttribute.Of("axis", 1)) : input));

        var scores = graph.Add("Add", [raw, Part(graph, latents, noise, noise + width)]);
        if (condition is { } shown)
            scores = graph.Add("Add", [scores, graph.Add("MatMul", [shown, graph.Weight("placement", Placement(), _networks.Layout.ConditionSize(), width)])]);
        return graph.Add("Add",
        [
            graph.Add("Mul", [graph.Add("Tanh", [raw]), graph.Weight("is_number", _isNumber)]),
            graph.Add("Mul", [scores, graph.Weight("is_category", _isCategory)]),
        ]);
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            foreach (var kept in (Tensor?[])[_low, _numbers, _padding, _places, _inCondition, _isNumber, _isCategory, _blockOf, _conditionPadding])
                kept?.Dispose();
        }

        base.Dispose(disposing);
    }

    private Tensor Raw(Tensor latents, Tensor? labels) => _output.forward(_hidden.forward(Input(latents, labels)));

    private Tensor Input(Tensor latents, Tensor? labels)
    {
        var noise = latents.narrow(1, 0, _networks.NoiseSize);
        return labels is null ? noise : cat([noise, labels], 1);
    }

    private Tensor Noise(Tensor latents) => latents.narrow(1, _networks.NoiseSize, _networks.Layout.Width);

    /// <summary>The softmax of each block, from scores [width, N].</summary>
    private Tensor Soft(Tensor scores)
    {
        var count = scores.size(1);
        return cat([scores, _low.expand(1, count)], 0).index_select(0, _padding).reshape(_groups, _widest, count).softmax(1).reshape(_groups * _widest, count);
    }

    private static Tensor WithZeros(Tensor rows) => cat([rows, zeros_like(rows.narrow(0, 0, 1))], 0);

    private float[] Placement()
    {
        var (places, width) = (_networks.Layout.PlacesInCondition(), _networks.Layout.Width);
        var size = _networks.Layout.ConditionSize();
        var placement = new float[size * width];
        for (var column = 0; column < width; column++)
        {
            if (places[column] < size)
                placement[places[column] * width + column] = Certain;
        }

        return placement;
    }

    private static OnnxValue Part(OnnxGraph graph, OnnxValue value, long from, long to) =>
        graph.Add("Slice", [value, graph.Constant(from), graph.Constant(to), graph.Constant(1)]);
}
