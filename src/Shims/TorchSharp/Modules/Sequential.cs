using System.Globalization;
using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>Modules one after the other; what passes between them is disposed.</summary>
public class Sequential : nn.Module<Tensor, Tensor>
{
    private readonly List<nn.Module<Tensor, Tensor>> _chain = [];

    internal Sequential(params nn.Module<Tensor, Tensor>[] modules)
        : base(nameof(Sequential))
    {
        foreach (var module in modules)
            append(module);
    }

    internal Sequential(params (string name, nn.Module<Tensor, Tensor> submodule)[] modules)
        : base(nameof(Sequential))
    {
        foreach (var (name, module) in modules)
            append(name, module);
    }

    public int Count => _chain.Count;

    public nn.IModule<Tensor, Tensor> this[int index] => _chain[index];

    public Sequential append(nn.IModule<Tensor, Tensor> module) =>
        append(_chain.Count.ToString(CultureInfo.InvariantCulture), module);

    public Sequential append(string name, nn.IModule<Tensor, Tensor> module)
    {
        var link = (nn.Module<Tensor, Tensor>)module;
        register_module(name, link);
        _chain.Add(link);
        return this;
    }

    public override Tensor forward(Tensor input)
    {
        if (_chain.Count == 0)
            return input.alias();
        var current = input;
        foreach (var module in _chain)
        {
            var next = module.call(current);
            if (!ReferenceEquals(current, input) && !ReferenceEquals(current, next))
                current.Dispose();
            current = next;
        }

        return current;
    }
}
