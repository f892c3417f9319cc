using System.Runtime.InteropServices;

namespace MLNet.Gan;

/// <summary>The module in which a network's forward pass fails, which libtorch does not name.</summary>
internal static class FailingModule
{
    /// <summary>A forward pass whose failure names the module, its path and what it was given.</summary>
    /// <exception cref="InvalidOperationException">The pass failed.</exception>
    public static Tensor Pass(nn.Module<Tensor, Tensor?, Tensor> network, string role, Tensor input, Tensor? labels)
    {
        try
        {
            return network.forward(input, labels);
        }
        catch (Exception e) when (IsOfLibtorch(e))
        {
            var place = Place(network, input, labels) is { } found
                ? $" at '{found.Path}' ({found.Type}), which was given a tensor [{string.Join(", ", found.Given)}]"
                : $", which was given a tensor [{string.Join(", ", input.shape)}]";
            throw new InvalidOperationException(
                $"The {role} {network.TypeName()} fails{place}, so nothing was trained: {e.Message.Split('\n')[0].TrimEnd('.')}. "
                    + "Change the sizes of that module, or those of the modules before it.", e);
        }
    }

    /// <summary>The innermost module that was entered and not left when the same pass fails again.</summary>
    private static (string Path, string Type, long[] Given)? Place(
        nn.Module<Tensor, Tensor?, Tensor> network, Tensor input, Tensor? labels)
    {
        var own = network is IAdaptedNetwork adapted ? adapted.Inner : network;
        var entered = new Stack<(nn.Module Module, long[] Given)>();
        List<Action> unhook = [];
        foreach (var module in own.DistinctModules().OfType<nn.Module<Tensor, Tensor>>())
        {
            unhook.Add(module.register_forward_pre_hook((_, given) =>
            {
                entered.Push((module, given.shape));
                return given;
            }).remove);
            unhook.Add(module.register_forward_hook((_, _, result) =>
            {
                entered.Pop();
                return result;
            }).remove);
        }

        try
        {
            network.forward(input, labels);
            return null;
        }
        catch (Exception e) when (IsOfLibtorch(e))
        {
            return entered.TryPeek(out var last) && own.PathOf(last.Module) is { Length: > 0 } path
                ? (path, last.Module.GetType().Name, last.Given)
                : null;
        }
        finally
        {
            unhook.ForEach(remove => remove());
        }
    }

    private static bool IsOfLibtorch(Exception e) => e is ExternalException or ArgumentException;
}
