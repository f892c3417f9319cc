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

    /// <summary>How many modules.</summary>
    public int Count => _chain.Count;

    /// <summary>The module at a position.</summary>
    /// <param name="index">The position, from 0.</param>
    public nn.IModule<Tensor, Tensor> this[int index] => _chain[index];

    /// <summary>Adds a module at the end, named by its position.</summary>
    /// <param name="module">The module.</param>
    /// <returns>This sequence.</returns>
    public Sequential append(nn.IModule<Tensor, Tensor> module) =>
        append(_chain.Count.ToString(CultureInfo.InvariantCulture), module);

    /// <summary>Adds a module at the end.</summary>
    /// <param name="name">Its name, without dots, not yet taken.</param>
    /// <param name="module">The module.</param>
    /// <returns>This sequence.</returns>
    public Sequential append(string name, nn.IModule<Tensor, Tensor> module)
    {
        var link = (nn.Module<Tensor, Tensor>)module;
        register_module(name, link);
        _chain.Add(link);
        return this;
    }

    /// <summary>Sends an input through all modules; what passes between them is disposed.</summary>
    /// <param name="input">The input, which is not disposed.</param>
    public override Tensor forward(Tensor input)
    {
        if (_chain.Count == 0)
            return Op.Alias.Call(input);
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
