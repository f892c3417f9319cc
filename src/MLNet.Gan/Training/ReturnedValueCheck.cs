namespace MLNet.Gan;

/// <summary>Checks of what a user's own records and networks return, before libtorch computes with it.</summary>
/// <remarks>
/// libtorch would not name the record, and where TorchSharp passes no error on it would end the process. Only shapes and
/// graphs are read, so nothing is copied back from a GPU, except the value of a penalty without a graph.
/// </remarks>
internal static class ReturnedValueCheck
{
    /// <summary>A player's loss: a scalar with a graph.</summary>
    public static Tensor Of(IGanLoss loss, string member, Tensor? answer)
    {
        var scalar = Scalar($"{Name(loss)}.{member}", answer);
        return scalar.requires_grad ? scalar : throw Wrong($"{Name(loss)}.{member}", "a number without a graph",
            "It has no gradient. Compute it from the logits, and the logits from the samples, with tensor operations, "
                + "without detach(), no_grad() or numbers read from a tensor");
    }

    /// <summary>A penalty: a scalar with a graph, or 0.</summary>
    public static Tensor Of(IRegularizer regularizer, Tensor? answer)
    {
        var member = $"{Name(regularizer)}.{nameof(IRegularizer.Penalty)}";
        var scalar = Scalar(member, answer);
        return scalar.requires_grad || scalar.ToNumber() == 0 ? scalar : throw Wrong(member, "a number without a graph",
            "It would have no effect. Compute it from the context with tensor operations, without detach(), "
                + "no_grad() or numbers read from a tensor; or return 0 where there is nothing to penalize");
    }

    /// <summary>Changed samples: as many, of the same kind, and with their graph.</summary>
    public static Tensor Of(IAugmentation augmentation, Tensor samples, Tensor? answer)
    {
        var member = $"{Name(augmentation)}.{nameof(IAugmentation.Apply)}";
        var changed = Alike(member, samples, answer, "Return as many samples as were given, of the same shape, type and device");
        return changed.requires_grad || !samples.requires_grad || !is_grad_enabled() ? changed : throw Wrong(member,
            "samples without their graph", "Training needs it: use tensor operations, without detach() "
                + "or no_grad()");
    }

    /// <summary>Generated samples: as many as real ones, and of their kind.</summary>
    public static Tensor Of(nn.Module generator, Tensor real, Tensor? answer)
    {
        var fake = Alike($"{Name(generator)}.forward", real, answer,
            "Return one sample of the options' Shape for each latent, of the type and device of the latents");
        return fake.requires_grad || !is_grad_enabled() ? fake : throw Wrong($"{Name(generator)}.forward",
            "samples without a graph", "Training needs it: use tensor operations, without detach() or "
                + "no_grad(), and leave requires_grad of a parameter true");
    }

    /// <summary>
    /// A discriminator's logits: one for each sample, with a graph where the samples have one; and all heads that
    /// regularizers need.
    /// </summary>
    public static DiscriminatorOutput Of(
        nn.Module discriminator, IReadOnlyList<DiscriminatorHead> heads, Tensor samples, DiscriminatorOutput output)
    {
        var (member, logits, count) = (Name(discriminator), output.Logits, samples.size(0));
        if (logits is null || logits.dim() != 1 || logits.numel() != count)
            throw Wrong(member, $"logits {Shape(logits)} for {count} samples", $"Return one for each, [{count}]");
        foreach (var head in heads)
        {
            var answer = output.Heads.GetValueOrDefault(head.Name);
            if (answer is null || !answer.Sizes().SequenceEqual([count, head.Outputs]))
                throw Wrong(member, answer is null ? $"no head '{head.Name}'" : $"a tensor {Shape(answer)} as head '{head.Name}'",
                    $"Regularizers need it: return a tensor [{count}, {head.Outputs}] in Heads for each of NetworkSpec.Heads");
        }

        return logits.requires_grad || !samples.requires_grad || !is_grad_enabled() ? output : throw Wrong(member,
            "logits without a graph", "Training needs it: use tensor operations, without detach() or "
                + "no_grad()");
    }

    private static Tensor Scalar(string member, Tensor? answer) => answer is null || answer.numel() != 1
        ? throw Wrong(member, $"a tensor {Shape(answer)}", "Return a scalar, such as the mean of it")
        : answer.dim() == 0 ? answer : answer.reshape([]);

    private static Tensor Alike(string member, Tensor wanted, Tensor? answer, string cure) =>
        answer is not null && answer.dtype == wanted.dtype && answer.device_type == wanted.device_type
        && answer.device_index == wanted.device_index && answer.Sizes().SequenceEqual(wanted.Sizes())
            ? answer
            : throw Wrong(member, $"{Kind(answer)}, where {Kind(wanted)} is needed", cure);

    private static string Kind(Tensor? tensor) =>
        tensor is null ? "null" : $"a tensor {Shape(tensor)} of {tensor.dtype} on {tensor.device}";

    private static string Shape(Tensor? tensor) => tensor is null ? "null" : $"[{string.Join(", ", tensor.Sizes())}]";

    private static string Name(object record) =>
        record is nn.Module network ? network.TypeName() : record.GetType().Name;

    private static InvalidOperationException Wrong(string member, string what, string cure) =>
        new($"{member} returned {what}. {cure}.");
}
